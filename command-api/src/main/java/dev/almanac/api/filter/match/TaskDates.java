package dev.almanac.api.filter.match;

import dev.almanac.api.filter.Comparison;
import dev.almanac.api.filter.Filter;
import dev.almanac.api.filter.Point;
import dev.almanac.schemas.model.Task;
import dev.almanac.schemas.model.TaskDate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/** The dates of a task, compared. */
final class TaskDates {
    private TaskDates() {}

    static boolean matches(Filter.DateIs term, Task task) {
        return switch (term.field()) {
            case DUE -> holds(term, task.getDue());
            case START -> holds(term, task.getStart());
            case CREATED -> holds(term, task.getCreatedAt());
            case UPDATED -> holds(term, task.getUpdatedAt());
            case COMPLETED ->
                task.getCompletedAt().filter(at -> holds(term, at)).isPresent();
        };
    }

    /** From when on the date is passed: a day at the beginning of the next. */
    static Instant passedAt(TaskDate date) {
        return instant(date)
                .orElseGet(() -> day(date).plusDays(1).atStartOfDay(zone(date)).toInstant());
    }

    private static boolean holds(Filter.DateIs term, Optional<TaskDate> date) {
        return date.filter(it -> instant(it).map(at -> holds(term, at)).orElseGet(() -> holds(term, day(it))))
                .isPresent();
    }

    private static boolean holds(Filter.DateIs term, Instant at) {
        return switch (term.point()) {
            case Point.Moment(var moment) -> term.comparison().holds(at.compareTo(moment));
            case Point.Day day -> holds(term.comparison(), at, day.begin(term.zone()), day.end(term.zone()));
        };
    }

    private static boolean holds(Filter.DateIs term, LocalDate day) {
        var other = switch (term.point()) {
            case Point.Day(var date) -> date;
            case Point.Moment moment -> moment.day(term.zone());
        };
        return term.comparison().holds(day.compareTo(other));
    }

    private static boolean holds(Comparison comparison, Instant at, Instant begin, Instant end) {
        return comparison.holds(at.isBefore(begin) ? -1 : at.isBefore(end) ? 0 : 1);
    }

    private static Optional<Instant> instant(TaskDate date) {
        return date.getDateTime().map(local -> local.atZone(zone(date)).toInstant());
    }

    private static LocalDate day(TaskDate date) {
        return date.getDate().orElseThrow();
    }

    private static ZoneId zone(TaskDate date) {
        return date.getTimeZone().map(ZoneId::of).orElse(ZoneOffset.UTC);
    }
}
