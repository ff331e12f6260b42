package dev.almanac.topology.decide.task;

import dev.almanac.schemas.command.RecurrenceRequest;
import dev.almanac.schemas.model.TaskDate;
import dev.almanac.schemas.result.Rejection;
import dev.almanac.topology.decide.attempt.Rejections;
import dev.almanac.topology.decide.bounds.Dates;
import dev.almanac.topology.decide.bounds.Limits;
import dev.almanac.topology.series.LocalDates;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/** What an operation says of the dates that a series leaves out. */
final class ExceptDateFields {
    private static final String FIELD = "/recurrence/exceptDates";

    private ExceptDateFields() {}

    /** @return what is wrong with them, each by itself; empty where nothing is */
    static Optional<Rejection> fault(RecurrenceRequest asked) {
        List<TaskDate> dates = asked.getExceptDates().orElse(List.of());
        return dates.size() > Limits.EXCEPT_DATES
                ? Optional.of(Rejections.invalid(FIELD, "Must be at most " + Limits.EXCEPT_DATES + " dates."))
                : first(dates, (date, place) -> Dates.fault(zoned(date), place));
    }

    /**
     * Dates that are told in another way than the series' own never come up in it.
     *
     * @param like a date of the series
     * @return what is wrong with them; empty where nothing is
     */
    static Optional<Rejection> fault(RecurrenceRequest asked, TaskDate like) {
        return first(asked.getExceptDates().orElse(List.of()), (date, place) -> fault(date, like, place));
    }

    private static Optional<Rejection> fault(TaskDate date, TaskDate like, String place) {
        if (LocalDates.isWholeDay(date) != LocalDates.isWholeDay(like)) {
            return Optional.of(Rejections.invalid(
                    place,
                    LocalDates.isWholeDay(like)
                            ? "Must be a day, as the dates of the series are."
                            : "Must have a time of day, as the dates of the series have."));
        }
        return date.getTimeZone().isEmpty() || LocalDates.zone(date).equals(LocalDates.zone(like))
                ? Optional.empty()
                : Optional.of(Rejections.invalid(
                        place + "/timeZone", "Must be that of the series: " + LocalDates.zone(like) + "."));
    }

    /** Without a zone the series' is meant, which is a sound one. */
    private static TaskDate zoned(TaskDate date) {
        return new TaskDate(
                date.getDate().orElse(null),
                date.getDateTime().orElse(null),
                date.getTimeZone().orElse("UTC"));
    }

    private static Optional<Rejection> first(
            List<TaskDate> dates, BiFunction<TaskDate, String, Optional<Rejection>> fault) {
        return IntStream.range(0, dates.size())
                .mapToObj(index -> fault.apply(dates.get(index), FIELD + "/" + index))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
