package dev.almanac.topology.recurrence;

import java.time.LocalDate;
import java.time.temporal.WeekFields;
import java.util.List;
import java.util.Set;

/**
 * BYWEEKNO with a week 53. Where a year has none, lib-recur takes days of the weeks beside it, so the rule is expanded
 * without BYWEEKNO, by the weekday in every year, and these are the days of it that are right.
 *
 * @param numbers negative ones count from the year's last week; empty where every day is right
 * @param firstYear from which INTERVAL counts
 */
record WeekNumbers(WeekFields weeks, List<Integer> numbers, int firstYear, int interval) {
    /** Those that not every year has. */
    private static final Set<String> UNCERTAIN = Set.of("53", "-53");

    static WeekNumbers of(Rule rule, int firstYear) {
        List<Integer> numbers = areUncertain(rule)
                ? rule.picks().getOrDefault(Part.BYWEEKNO, List.of()).stream()
                        .map(Integer::valueOf)
                        .toList()
                : List.of();
        // RFC 5545: the first week is the first with at least four days in the year.
        return new WeekNumbers(WeekFields.of(rule.weekStart(), 4), numbers, firstYear, rule.interval());
    }

    static boolean areUncertain(Rule rule) {
        return rule.picks().getOrDefault(Part.BYWEEKNO, List.of()).stream().anyMatch(UNCERTAIN::contains);
    }

    boolean include(LocalDate day) {
        if (numbers.isEmpty()) {
            return true;
        }
        int number = day.get(weeks.weekOfWeekBasedYear());
        int last = (int) day.range(weeks.weekOfWeekBasedYear()).getMaximum();
        int year = day.get(weeks.weekBasedYear());
        return (numbers.contains(number) || numbers.contains(number - last - 1))
                && Math.floorMod(year - firstYear, interval) == 0;
    }
}
