package dev.almanac.topology.series;

import dev.almanac.schemas.model.TaskDate;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A task's dates as local times, a whole day by its midnight. */
public final class LocalDates {
    private static final int LAST_YEAR = 9999;

    private LocalDates() {}

    public static boolean isWholeDay(TaskDate date) {
        return date.getDate().isPresent();
    }

    public static LocalDateTime local(TaskDate date) {
        return date.getDateTime()
                .or(() -> date.getDate().map(LocalDate::atStartOfDay))
                .orElseThrow();
    }

    /** UTC for a day of which no zone is known. */
    public static ZoneId zone(TaskDate date) {
        return date.getTimeZone().<ZoneId>map(ZoneId::of).orElse(ZoneOffset.UTC);
    }

    /** Another time, told as this date is. */
    public static TaskDate at(TaskDate like, LocalDateTime local) {
        return isWholeDay(like)
                ? new TaskDate(local.toLocalDate(), null, like.getTimeZone().orElse(null))
                : new TaskDate(null, local, like.getTimeZone().orElse(null));
    }

    /** A date that keeps its distance to an occurrence when the next one takes that one's place. */
    public static TaskDate shifted(TaskDate date, TaskDate from, TaskDate to) {
        LocalDateTime local = local(date);
        Duration distance = isWholeDay(date)
                ? Duration.between(
                        local(from).toLocalDate().atStartOfDay(),
                        local(to).toLocalDate().atStartOfDay())
                : Duration.between(local(from), local(to));
        LocalDateTime shifted = local.plus(distance);
        return shifted.getYear() > LAST_YEAR ? date : at(date, shifted);
    }
}
