package dev.almanac.topology.recurrence;

import java.util.List;
import java.util.Set;

/** Which parts go together, by the rules and the table of RFC 5545, section 3.3.10; and how much they may come to. */
final class Combinations {
    /** Dates of one period; more is no rule that a person has in mind. */
    private static final int MOST_IN_A_PERIOD = 10_000;

    private static final Set<Frequency> WITHOUT_YEAR_DAYS =
            Set.of(Frequency.MONTHLY, Frequency.WEEKLY, Frequency.DAILY);

    private static final int DAYS_OF_WEEK = 7;

    private static final Set<Part> SKIP_WITHOUT = Set.of(Part.BYMONTH, Part.BYMONTHDAY, Part.BYDAY);

    private final Rule rule;
    private final RuleText text;

    private Combinations(Rule rule, RuleText text) {
        this.rule = rule;
        this.text = text;
    }

    static void check(Rule rule, RuleText text) throws RuleFaultException {
        Combinations combinations = new Combinations(rule, text);
        combinations.checkParts();
        combinations.checkWeekdays();
        combinations.checkSize();
    }

    private void checkParts() throws RuleFaultException {
        Frequency frequency = rule.frequency();
        refuseIf(rule.count().isPresent() && rule.until().isPresent(), Part.UNTIL, "expected either COUNT or UNTIL");
        refuseIf(
                rule.has(Part.BYWEEKNO) && frequency != Frequency.YEARLY,
                Part.BYWEEKNO,
                "expected BYWEEKNO only with FREQ=YEARLY");
        refuseIf(
                rule.has(Part.BYYEARDAY) && WITHOUT_YEAR_DAYS.contains(frequency),
                Part.BYYEARDAY,
                "expected no BYYEARDAY with FREQ=" + frequency);
        refuseIf(
                rule.has(Part.BYMONTHDAY) && frequency == Frequency.WEEKLY,
                Part.BYMONTHDAY,
                "expected no BYMONTHDAY with FREQ=WEEKLY");
        refuseIf(
                rule.has(Part.BYSETPOS) && rule.picks().size() == 1,
                Part.BYSETPOS,
                "expected another BY part beside BYSETPOS");
        refuseIf(
                rule.has(Part.BYSETPOS) && !rule.frequency().isFinerThan(Frequency.WEEKLY) && hasGate(),
                Part.BYSETPOS,
                "expected no BYSETPOS beside these parts, which are rarely used together");
        refuseIf(
                rule.has(Part.BYSETPOS) && WeekNumbers.areUncertain(rule),
                Part.BYSETPOS,
                "expected no BYSETPOS with a week 53, which not every year has");
        refuseIf(
                rule.skip() != Skip.OMIT
                        && (rule.has(Part.BYWEEKNO)
                                || (rule.has(Part.BYYEARDAY)
                                        && SKIP_WITHOUT.stream().anyMatch(rule::has))),
                Part.SKIP,
                "expected SKIP only where BYMONTHDAY, BYYEARDAY alone, or the start gives the day");
    }

    /** Whether a part is told apart from the rest of the rule, and so from the set that BYSETPOS counts. */
    private boolean hasGate() {
        boolean inMonth = rule.frequency() == Frequency.MONTHLY || rule.has(Part.BYMONTH);
        return rule.picks().keySet().stream().anyMatch(part -> Gate.isGated(part, rule, inMonth));
    }

    private void checkWeekdays() throws RuleFaultException {
        boolean countable = rule.frequency() == Frequency.MONTHLY
                || (rule.frequency() == Frequency.YEARLY && !rule.has(Part.BYWEEKNO));
        for (RuleText.Value weekday : text.list(Part.BYDAY)) {
            if (!countable && PickReader.isCounted(weekday.text())) {
                throw new RuleFaultException(
                        weekday.position(),
                        "expected a weekday without a number, which goes with FREQ=MONTHLY or YEARLY without BYWEEKNO only");
            }
        }
    }

    private void checkSize() throws RuleFaultException {
        long dates = days();
        if (!rule.frequency().isFinerThan(Frequency.DAILY)) {
            dates *= size(Part.BYHOUR, 1);
        }
        if (!rule.frequency().isFinerThan(Frequency.HOURLY)) {
            dates *= size(Part.BYMINUTE, 1);
        }
        if (!rule.frequency().isFinerThan(Frequency.MINUTELY)) {
            dates *= size(Part.BYSECOND, 1);
        }
        refuseIf(
                dates > MOST_IN_A_PERIOD,
                Part.FREQ,
                "expected at most %,d dates in a period of FREQ; these lists give up to %,d"
                        .formatted(MOST_IN_A_PERIOD, dates));
    }

    /** At most how many days of a period are picked. */
    private long days() {
        return switch (rule.frequency()) {
            case YEARLY -> {
                if (rule.has(Part.BYWEEKNO)) {
                    yield size(Part.BYWEEKNO, 1) * DAYS_OF_WEEK;
                }
                if (rule.has(Part.BYYEARDAY)) {
                    yield size(Part.BYYEARDAY, 1);
                }
                if (rule.has(Part.BYMONTHDAY)) {
                    yield Math.min(366, size(Part.BYMONTHDAY, 1) * size(Part.BYMONTH, 12));
                }
                yield Math.min(366, weekdays(53) * size(Part.BYMONTH, 1));
            }
            case MONTHLY -> rule.has(Part.BYMONTHDAY) ? size(Part.BYMONTHDAY, 1) : Math.min(31, weekdays(5));
            case WEEKLY -> size(Part.BYDAY, 1);
            case DAILY, HOURLY, MINUTELY, SECONDLY -> 1;
        };
    }

    private long weekdays(int ofEach) {
        List<String> days = rule.picks().getOrDefault(Part.BYDAY, List.of());
        return Math.max(
                1,
                days.stream()
                        .mapToLong(day -> PickReader.isCounted(day) ? 1 : ofEach)
                        .sum());
    }

    private long size(Part part, int ifAbsent) {
        return rule.has(part) ? rule.picks().getOrDefault(part, List.of()).size() : ifAbsent;
    }

    private void refuseIf(boolean wrong, Part part, String expected) throws RuleFaultException {
        if (wrong) {
            throw new RuleFaultException(text.position(part), expected);
        }
    }
}
