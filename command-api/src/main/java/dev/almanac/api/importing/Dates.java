package dev.almanac.api.importing;

import dev.almanac.schemas.model.TaskDate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Compares dates of a task. */
final class Dates {
    private Dates() {}

    /** Whether a start is after a due date, where a day begins at its midnight and ends with it. */
    static boolean startsAfter(TaskDate start, TaskDate due) {
        return begin(start).isAfter(end(due));
    }

    private static Instant begin(TaskDate date) {
        return date.getDateTime()
                .map(time -> time.atZone(zone(date)).toInstant())
                .orElseGet(() -> day(date).atStartOfDay(zone(date)).toInstant());
    }

    private static Instant end(TaskDate date) {
        return date.getDateTime()
                .map(time -> time.atZone(zone(date)).toInstant())
                .orElseGet(() -> day(date)
                        .plusDays(1)
                        .atStartOfDay(zone(date))
                        .minusNanos(1)
                        .toInstant());
    }

    private static LocalDate day(TaskDate date) {
        return date.getDate().orElseThrow();
    }

    private static ZoneId zone(TaskDate date) {
        return ZoneId.of(date.getTimeZone().orElse("UTC"));
    }
}
