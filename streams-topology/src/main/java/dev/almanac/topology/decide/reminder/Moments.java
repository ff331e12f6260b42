package dev.almanac.topology.decide.reminder;

import dev.almanac.schemas.model.TaskDate;
import dev.almanac.topology.decide.bounds.Offset;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The instants of a task's dates. Where clocks are put forward a local time that there is none of moves forward by as much;
 * where they are put back the earlier of the two counts. A day without a zone is one of UTC.
 */
public final class Moments {
    private Moments() {}

    /** From when on the date has passed: a time at once, a day as the next begins. */
    public static Instant passed(TaskDate date) {
        return date.getDateTime()
                .map(time -> at(time, date))
                .orElseGet(() -> day(date).plusDays(1).atStartOfDay(zone(date)).toInstant());
    }

    /**
     * So long after the date, or before it. From a day it counts by the clock of the place, so that nine hours from it are
     * nine in the morning also where clocks are changed in the night; from a time, days do, and the rest elapses.
     */
    public static Instant after(TaskDate date, Offset offset) {
        return date.getDateTime()
                .map(time -> at(time.plusDays(offset.days()), date).plus(offset.time()))
                .orElseGet(() ->
                        at(day(date).plusDays(offset.days()).atStartOfDay().plus(offset.time()), date));
    }

    private static Instant at(LocalDateTime time, TaskDate date) {
        return time.atZone(zone(date)).toInstant();
    }

    private static LocalDate day(TaskDate date) {
        return date.getDate().orElseThrow();
    }

    private static ZoneId zone(TaskDate date) {
        return date.getTimeZone().map(ZoneId::of).orElse(ZoneOffset.UTC);
    }
}
