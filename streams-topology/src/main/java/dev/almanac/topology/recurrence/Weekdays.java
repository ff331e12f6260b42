package dev.almanac.topology.recurrence;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Optional;

/** Days of the week in iCalendar's letters. */
final class Weekdays {
    static final List<String> CODES = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");

    private Weekdays() {}

    static Optional<DayOfWeek> parse(String code) {
        int index = CODES.indexOf(code);
        return index < 0 ? Optional.empty() : Optional.of(DayOfWeek.of(index + 1));
    }

    static String code(DayOfWeek day) {
        return CODES.get(day.getValue() - 1);
    }
}
