package dev.almanac.topology.query;

import dev.almanac.topology.recurrence.Preview;
import dev.almanac.topology.recurrence.Rule;
import dev.almanac.topology.recurrence.RuleReading;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebInputException;

/**
 * What dates a rule gives.
 *
 * @param start a local date, or a local date and time
 * @param timeZone IANA
 * @param after as {@code start}; null for all dates
 * @param exceptDates as {@code start}; left out
 */
record PreviewRequest(
        String rule,
        String start,
        String timeZone,
        int limit,
        @Nullable String after,
        @Nullable List<String> exceptDates) {
    private static final int MOST = 200;

    PreviewRequest {
        if (limit < 1 || limit > MOST) {
            throw new ServerWebInputException("limit must be from 1 to " + MOST);
        }
    }

    PreviewAnswer answer() {
        return switch (Rule.read(rule)) {
            case RuleReading.Faulty(var fault) -> PreviewAnswer.Refused.of("/rule", fault.sentence());
            case RuleReading.Sound(Rule sound)
            when isDay(start) && sound.needsTime() ->
                PreviewAnswer.Refused.of("/start", "Must have a time of day, which the rule speaks of.");
            case RuleReading.Sound(Rule sound) -> preview(sound);
        };
    }

    private PreviewAnswer preview(Rule sound) {
        Preview preview = Preview.of(
                sound,
                time(start),
                isDay(start),
                ZoneId.of(timeZone),
                Optional.ofNullable(after).map(PreviewRequest::time),
                Optional.ofNullable(exceptDates).stream()
                        .flatMap(List::stream)
                        .map(PreviewRequest::time)
                        .collect(Collectors.toUnmodifiableSet()),
                limit);
        return preview.isFutile()
                ? PreviewAnswer.Refused.of(
                        "/rule",
                        preview.dates().isEmpty()
                                ? "Gives no date, however far one looks."
                                : "Gives no date after "
                                        + shown(preview.dates().getLast().local()) + ", however far one looks.")
                : new PreviewAnswer.Occurrences(preview.dates().stream()
                        .map(date -> new PreviewAnswer.Occurrence(
                                shown(date.local()), date.instant(), date.note().orElse(null)))
                        .toList());
    }

    private String shown(LocalDateTime local) {
        return isDay(start) ? local.toLocalDate().toString() : local.toString();
    }

    private static boolean isDay(String text) {
        return text.indexOf('T') < 0;
    }

    private static LocalDateTime time(String text) {
        try {
            return isDay(text) ? LocalDate.parse(text).atStartOfDay() : LocalDateTime.parse(text);
        } catch (DateTimeException e) {
            throw new ServerWebInputException("Must be a local date or a local date and time: " + text, null, e);
        }
    }
}
