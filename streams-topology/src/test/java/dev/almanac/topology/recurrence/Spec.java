package dev.almanac.topology.recurrence;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a rule says, apart from how it is written.
 *
 * @param picks BY parts without BYDAY and BYSETPOS
 * @param weekdays BYDAY, each with its number, 0 for every one
 */
record Spec(
        Frequency frequency,
        int interval,
        DayOfWeek weekStart,
        Skip skip,
        Map<Part, List<Integer>> picks,
        List<Weekday> weekdays,
        List<Integer> positions) {
    record Weekday(int number, DayOfWeek day) {
        @Override
        public String toString() {
            return (number == 0 ? "" : number) + Weekdays.code(day);
        }
    }

    List<Integer> pick(Part part) {
        return picks.getOrDefault(part, List.of());
    }

    boolean has(Part part) {
        return part == Part.BYDAY ? !weekdays.isEmpty() : picks.containsKey(part);
    }

    String text() {
        StringBuilder text = new StringBuilder("FREQ=" + frequency);
        if (interval > 1) {
            text.append(";INTERVAL=").append(interval);
        }
        if (weekStart != DayOfWeek.MONDAY) {
            text.append(";WKST=").append(Weekdays.code(weekStart));
        }
        if (skip != Skip.OMIT) {
            text.append(";RSCALE=GREGORIAN;SKIP=").append(skip);
        }
        picks.forEach((part, values) -> append(text, part, values));
        if (!weekdays.isEmpty()) {
            append(text, Part.BYDAY, weekdays);
        }
        if (!positions.isEmpty()) {
            append(text, Part.BYSETPOS, positions);
        }
        return text.toString();
    }

    private static void append(StringBuilder text, Part part, List<?> values) {
        text.append(';')
                .append(part)
                .append('=')
                .append(values.stream().map(Object::toString).collect(Collectors.joining(",")));
    }

    @Override
    public String toString() {
        return text();
    }
}
