package dev.almanac.topology.recurrence;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whole periods that a rule's dates must lie in: those that some of its parts leave in, as a rule of their own.
 *
 * @param period how long it opens
 * @param openings when it opens
 */
record Gate(Frequency period, Candidates openings) {
    /** In most years this day is none, and lib-recur fails to tell its weekday. */
    private static final String BEFORE_MOST_YEARS = "-366";

    private static final LocalDateTime FIRST_DAY = LocalDateTime.of(1, 1, 1, 0, 0);

    /** Periods of a day and less begin with no weekday. */
    private static final DayOfWeek ANY = DayOfWeek.MONDAY;

    /** A time during which a gate is open. */
    record Window(LocalDateTime from, LocalDateTime until) {
        boolean contains(LocalDateTime time) {
            return !time.isBefore(from) && time.isBefore(until);
        }
    }

    /** The first window that ends after a time; empty where none was found. */
    Optional<Window> openFrom(LocalDateTime time, Steps steps) {
        LocalDateTime from = period.startOf(period.periodOf(time, ANY), ANY);
        return openings.after(from.minusSeconds(1), steps)
                .next()
                .map(open -> new Window(open, period.startOf(period.periodOf(open, ANY) + 1, ANY)));
    }

    /**
     * The gates of a rule. It is then to be expanded without the parts that they stand for.
     *
     * <p>In a rule by the second, most seconds lie in minutes, hours and days that coarser parts leave out, and a gate
     * leaps over these. Other gates do what lib-recur can't: BYDAY after SKIP, BYDAY that counts in the year beside
     * BYMONTHDAY, BYYEARDAY from the year's end where it picks among days, and days of a week that reaches into another
     * year.
     *
     * @param rule which must be {@link Rule#explicit explicit}
     * @param inMonth whether the days that BYDAY numbers are those of a month
     */
    static List<Gate> of(Rule rule, boolean inMonth) {
        Map<Part, List<String>> gated = new EnumMap<>(Part.class);
        rule.picks().forEach((part, values) -> {
            if (isGated(part, rule, inMonth)) {
                gated.put(part, values);
            }
        });
        if (gated.isEmpty()) {
            return List.of();
        }
        return switch (rule.frequency()) {
            case SECONDLY -> List.of(of(Frequency.MINUTELY, Frequency.MINUTELY, gated));
            case MINUTELY -> List.of(of(Frequency.HOURLY, Frequency.HOURLY, gated));
            case HOURLY -> List.of(of(Frequency.DAILY, Frequency.DAILY, gated));
            case DAILY, WEEKLY, MONTHLY, YEARLY ->
                gated.entrySet().stream()
                        .map(entry -> ofDays(entry.getKey(), entry.getValue(), inMonth))
                        .toList();
        };
    }

    private static Gate ofDays(Part part, List<String> values, boolean inMonth) {
        return switch (part) {
            case BYMONTH ->
                of(Frequency.MONTHLY, Frequency.MONTHLY, Map.of(Part.BYMONTH, values, Part.BYMONTHDAY, List.of("1")));
            case BYMONTHDAY -> of(Frequency.DAILY, Frequency.MONTHLY, Map.of(part, values));
            case BYDAY -> of(Frequency.DAILY, inMonth ? Frequency.MONTHLY : Frequency.YEARLY, Map.of(part, values));
            default -> of(Frequency.DAILY, Frequency.YEARLY, Map.of(part, values));
        };
    }

    private static Gate of(Frequency period, Frequency frequency, Map<Part, List<String>> picks) {
        Rule open = new Rule(frequency, 1, Optional.empty(), Optional.empty(), ANY, Skip.OMIT, picks);
        return new Gate(period, Candidates.of(open, FIRST_DAY));
    }

    static boolean isGated(Part part, Rule rule, boolean inMonth) {
        Frequency frequency = rule.frequency();
        return switch (part) {
            case BYMONTH -> frequency.isFinerThan(Frequency.WEEKLY) || rule.has(Part.BYWEEKNO);
            case BYYEARDAY -> frequency.isFinerThan(Frequency.WEEKLY) || rule.has(Part.BYWEEKNO);
            case BYMONTHDAY -> frequency.isFinerThan(Frequency.DAILY) || rule.has(Part.BYWEEKNO);
            case BYDAY -> frequency.isFinerThan(Frequency.DAILY) || isBeyondLibrary(rule, inMonth);
            case BYHOUR -> frequency.isFinerThan(Frequency.HOURLY);
            case BYMINUTE -> frequency.isFinerThan(Frequency.MINUTELY);
            case FREQ, INTERVAL, COUNT, UNTIL, WKST, RSCALE, SKIP, BYWEEKNO, BYSECOND, BYSETPOS -> false;
        };
    }

    /** Whether BYDAY is beside parts with which lib-recur can't have it. */
    private static boolean isBeyondLibrary(Rule rule, boolean inMonth) {
        boolean besideMonthDays = rule.has(Part.BYMONTHDAY) && !rule.frequency().isFinerThan(Frequency.MONTHLY);
        return !rule.has(Part.BYWEEKNO)
                && ((besideMonthDays && (rule.skip() != Skip.OMIT || !inMonth))
                        || rule.picks().getOrDefault(Part.BYYEARDAY, List.of()).contains(BEFORE_MOST_YEARS));
    }
}
