package dev.almanac.api.quickadd;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.util.Optional;

/**
 * A day that was told, or a moment of it.
 *
 * @param otherwise how much later it is meant to be where it is today and the time of day has passed; zero where today is
 *     today
 */
record Day(LocalDate date, Optional<LocalTime> time, Period otherwise) {
    static Day of(LocalDate date) {
        return new Day(date, Optional.empty(), Period.ZERO);
    }

    static Day at(LocalDate date, LocalTime time) {
        return new Day(date, Optional.of(time), Period.ZERO);
    }

    /** One of many such days, the next of which is meant. */
    static Day next(LocalDate date, Period distance) {
        return new Day(date, Optional.empty(), distance);
    }
}
