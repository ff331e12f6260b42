package dev.almanac.api.accept;

import dev.almanac.schemas.model.TaskDate;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** Dates that a series leaves out: all days, or all with a time and by the same clock. */
final class ExceptDatesShape {
    private static final int MOST = 500;

    static final Shape<List<TaskDate>> DATES = (json, place) -> read(json, place, DateShape.DATE);
    /** In one text each, as {@link DateShape#LOCAL} has it. */
    static final Shape<List<String>> LOCAL = (json, place) -> read(json, place, DateShape.LOCAL);

    private ExceptDatesShape() {}

    private static <T> Optional<List<T>> read(JsonNode json, Place place, Shape<T> date) {
        if (!json.isArray() || json.size() > MOST) {
            return place.refuse("expected an array of at most %d dates".formatted(MOST));
        }
        return Optional.of(IntStream.range(0, json.size())
                .mapToObj(index -> date.read(json.get(index), place.at(index)))
                .flatMap(Optional::stream)
                .toList());
    }

    /** The same in their order, none twice, told as a date of their series is; which refuses those that are not. */
    static Optional<List<TaskDate>> of(List<TaskDate> dates, TaskDate like, Place place) {
        for (var index = 0; index < dates.size(); index++) {
            var date = dates.get(index);
            if (date.getDate().isPresent() != like.getDate().isPresent()) {
                return place.at(index)
                        .refuse("expected a date with a time of day, or without one, as the series' dates are");
            }
            if (date.getTimeZone().isPresent() && !date.getTimeZone().equals(like.getTimeZone())) {
                return place.at(index).at("timeZone").refuse("expected the time zone of the series");
            }
        }
        return Optional.of(dates.stream()
                .map(date -> new TaskDate(
                        date.getDate().orElse(null),
                        date.getDateTime().orElse(null),
                        like.getTimeZone().orElse(null)))
                .sorted(Comparator.comparing(ExceptDatesShape::local))
                .distinct()
                .toList());
    }

    private static LocalDateTime local(TaskDate date) {
        return date.getDateTime()
                .or(() -> date.getDate().map(LocalDate::atStartOfDay))
                .orElseThrow();
    }
}
