package dev.almanac.topology.recurrence;

import java.time.LocalDateTime;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;

/**
 * What lib-recur makes of a rule, which must be {@link Rule#explicit explicit}: its dates from one of its periods on, in
 * local time and without regard to COUNT and UNTIL.
 */
final class Expansion {
    private final Rule rule;
    private final LocalDateTime start;
    private final RecurrenceRule expanded;

    /** @param start of the series, which gives the time of day and tells the periods that INTERVAL leaves out */
    Expansion(Rule rule, LocalDateTime start) {
        this.rule = rule;
        this.start = start;
        this.expanded = toLibrary(rule);
    }

    private static RecurrenceRule toLibrary(Rule rule) {
        // No RSCALE, of which there is only one: with it the library would take every week to begin on Monday.
        String parts = "FREQ=" + rule.frequency() + ";INTERVAL=" + rule.interval() + ";WKST="
                + Weekdays.code(rule.weekStart()) + ";SKIP=" + rule.skip()
                + rule.picks().entrySet().stream()
                        .map(pick -> ";" + pick.getKey() + "=" + String.join(",", pick.getValue()))
                        .collect(Collectors.joining());
        try {
            // Lax only in that it lets BYYEARDAY pick days of a FREQ=DAILY, which no user can ask for.
            return new RecurrenceRule(parts, RecurrenceRule.RfcMode.RFC5545_LAX);
        } catch (InvalidRecurrenceRuleException e) {
            throw new IllegalStateException("Sound, but not to lib-recur: " + parts, e);
        }
    }

    /**
     * The dates from the last period on that begins so early that nothing after the time can be missing. A period's dates
     * may fall into the one that follows (SKIP=FORWARD, week 53), so it is the one before that of the time itself.
     */
    Dates from(LocalDateTime time) {
        long first = rule.frequency().periodOf(start, rule.weekStart());
        long last = rule.frequency().periodOf(time, rule.weekStart());
        long turn = Math.max(0, Math.floorDiv(last - first, rule.interval()) - 1);
        return new Dates(timed(rule.frequency().startOf(first + turn * rule.interval(), rule.weekStart())));
    }

    /** The period's first second, but with the start's time of day as far as the rule leaves that to the start. */
    private LocalDateTime timed(LocalDateTime period) {
        LocalDateTime timed = period;
        if (isLeftToStart(Frequency.HOURLY, Part.BYHOUR)) {
            timed = timed.withHour(start.getHour());
        }
        if (isLeftToStart(Frequency.MINUTELY, Part.BYMINUTE)) {
            timed = timed.withMinute(start.getMinute());
        }
        if (isLeftToStart(Frequency.SECONDLY, Part.BYSECOND)) {
            timed = timed.withSecond(start.getSecond());
        }
        return timed;
    }

    private boolean isLeftToStart(Frequency unit, Part pick) {
        return unit.isFinerThan(rule.frequency()) && !rule.has(pick);
    }

    /** Dates in ascending order. */
    final class Dates {
        private final LocalDateTime anchor;
        private Optional<RecurrenceRuleIterator> dates = Optional.empty();

        private Dates(LocalDateTime anchor) {
            this.anchor = anchor;
        }

        /** Empty where there is none, or where lib-recur has given up after thousands of periods without one. */
        Optional<LocalDateTime> next() {
            try {
                RecurrenceRuleIterator iterator = dates.orElseGet(this::begin);
                dates = Optional.of(iterator);
                return iterator.hasNext() ? Optional.of(toJava(iterator.nextDateTime())) : Optional.empty();
            } catch (IllegalArgumentException | IllegalStateException tooManyPeriodsWithout) {
                return Optional.empty();
            }
        }

        private RecurrenceRuleIterator begin() {
            return expanded.iterator(new DateTime(
                    anchor.getYear(),
                    anchor.getMonthValue() - 1,
                    anchor.getDayOfMonth(),
                    anchor.getHour(),
                    anchor.getMinute(),
                    anchor.getSecond()));
        }

        private static LocalDateTime toJava(DateTime date) {
            return LocalDateTime.of(
                    date.getYear(),
                    date.getMonth() + 1,
                    date.getDayOfMonth(),
                    date.getHours(),
                    date.getMinutes(),
                    date.getSeconds());
        }
    }
}
