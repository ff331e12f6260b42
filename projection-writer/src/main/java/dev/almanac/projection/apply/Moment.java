package dev.almanac.projection.apply;

import dev.almanac.schemas.model.TaskDate;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * A task's date with the instants that follow from it by the zone that it names, UTC where it names none. A local time in
 * a DST gap moves forward by the gap's length; in an overlap the earlier offset counts.
 *
 * @param date the local day
 * @param time the local time of day; null for all day
 * @param at when it begins; for all day the day's first moment
 * @param passedAt from when on it is passed: {@code at}, for all day the first moment of the next day
 */
public record Moment(LocalDate date, @Nullable LocalTime time, Instant at, Instant passedAt) {
    /** @throws IllegalArgumentException where no such moment exists, or none that a row can hold */
    static Moment of(TaskDate date) {
        try {
            ZoneId zone = date.getTimeZone().map(ZoneId::of).orElse(ZoneOffset.UTC);
            return date.getDateTime().map(dateTime -> at(dateTime, zone)).orElseGet(() -> allDay(day(date), zone));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("No such moment: " + date, e);
        }
    }

    private static LocalDate day(TaskDate date) {
        return date.getDate()
                .orElseThrow(() -> new IllegalArgumentException("A date without a day or a time: " + date));
    }

    private static Moment at(LocalDateTime local, ZoneId zone) {
        Instant at = Storable.instant(local.atZone(zone).toInstant());
        return new Moment(local.toLocalDate(), local.toLocalTime(), at, at);
    }

    private static Moment allDay(LocalDate day, ZoneId zone) {
        return new Moment(day, null, firstMoment(day, zone), firstMoment(day.plusDays(1), zone));
    }

    private static Instant firstMoment(LocalDate day, ZoneId zone) {
        return Storable.instant(day.atStartOfDay(zone).toInstant());
    }
}
