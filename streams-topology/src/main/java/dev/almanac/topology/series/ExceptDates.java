package dev.almanac.topology.series;

import dev.almanac.schemas.model.TaskDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;

/** Dates of a series on which no occurrence comes (iCalendar's EXDATE), ascending and each once. */
public final class ExceptDates {
    private ExceptDates() {}

    /** Those after an occurrence, told as it is. */
    public static List<TaskDate> after(TaskDate occurrence, List<TaskDate> dates) {
        return after(occurrence, dates.stream().map(LocalDates::local));
    }

    /**
     * The same days, where an occurrence, and with it the series, moved: at the new time of day those that were at the time
     * of that occurrence.
     */
    public static List<TaskDate> moved(List<TaskDate> dates, TaskDate from, TaskDate to) {
        LocalTime before = LocalDates.local(from).toLocalTime();
        LocalTime time = LocalDates.local(to).toLocalTime();
        return after(
                to,
                dates.stream()
                        .map(LocalDates::local)
                        .map(local -> local.toLocalTime().equals(before)
                                ? local.toLocalDate().atTime(time)
                                : local));
    }

    private static List<TaskDate> after(TaskDate occurrence, Stream<LocalDateTime> dates) {
        LocalDateTime last = LocalDates.local(occurrence);
        return dates.map(local -> LocalDates.local(LocalDates.at(occurrence, local)))
                .filter(local -> local.isAfter(last))
                .sorted()
                .distinct()
                .map(local -> LocalDates.at(occurrence, local))
                .toList();
    }
}
