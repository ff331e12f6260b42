package dev.almanac.api.accept;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The values of which requests are made. */
final class Shapes {
    private static final Pattern COLOR = Pattern.compile("#[0-9a-f]{6}");
    private static final Duration LONGEST_ESTIMATE = Duration.ofDays(366);
    private static final Duration LONGEST_SPAN = Duration.ofDays(366);
    private static final int LONGEST_DURATION_TEXT = 64;
    private static final int FIRST_YEAR = 1;
    private static final int LAST_YEAR = 9999;
    /** Names of places only: an offset such as {@code +02:00} doesn't know about summer time. */
    private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();

    private Shapes() {}

    static final Shape<String> STRING =
            (json, place) -> json.isString() ? Optional.of(json.stringValue()) : place.refuse("expected a string");

    static final Shape<Boolean> BOOLEAN = (json, place) ->
            json.isBoolean() ? Optional.of(json.booleanValue()) : place.refuse("expected true or false");

    static final Shape<UUID> ID = STRING.then(Shapes::id);

    /** A version as the things tell it: 1 or more. */
    static final Shape<Long> VERSION =
            (json, place) -> json.isIntegralNumber() && json.canConvertToLong() && json.longValue() >= 1
                    ? Optional.of(json.longValue())
                    : place.refuse("expected a version, a whole number from 1");

    static final Shape<String> COLOR_CODE = STRING.then((text, place) -> {
        var color = text.toLowerCase(Locale.ROOT);
        return COLOR.matcher(color).matches() ? Optional.of(color) : place.refuse("expected a color such as #1e90ff");
    });

    static final Shape<String> ZONE = STRING.then((text, place) -> ZONES.contains(text)
            ? Optional.of(text)
            : place.refuse("expected an IANA time zone such as Europe/Berlin"));

    /** A moment with its offset from UTC, to the millisecond. */
    static final Shape<Instant> INSTANT = STRING.then(Shapes::instant);

    /** How long from now. */
    static final Shape<Duration> SPAN = STRING.then(Shapes::span);

    /** An effort, as {@link Duration} writes it. */
    static final Shape<String> ESTIMATE = STRING.then(Shapes::estimate);

    /** A line of text of 1 to so many code points that isn't blank. */
    static Shape<String> line(int most) {
        return STRING.then((text, place) -> {
            if (text.isBlank() || text.codePointCount(0, text.length()) > most) {
                return place.refuse("expected 1 to %,d characters that are not all blank".formatted(most));
            }
            return text.codePoints().allMatch(Shapes::standsInALine)
                    ? Optional.of(text)
                    : place.refuse("expected one line of text, without control characters");
        });
    }

    /** Text of many lines and at most so many bytes of UTF-8. */
    static Shape<String> text(int mostBytes) {
        return STRING.then((text, place) -> {
            if (!text.codePoints().allMatch(point -> standsInALine(point) || isLayout(point))) {
                return place.refuse("expected text, without control characters other than tab and line break");
            }
            return text.getBytes(StandardCharsets.UTF_8).length <= mostBytes
                    ? Optional.of(text)
                    : place.refuse("expected at most %,d bytes of UTF-8".formatted(mostBytes));
        });
    }

    /** The same, but there must be something to read. */
    static Shape<String> someText(int mostBytes) {
        return text(mostBytes)
                .then((text, place) -> text.isBlank() ? place.refuse("expected some text") : Optional.of(text));
    }

    /** One of the values that an enum of the schema knows, in lower case. */
    static <E extends Enum<E>> Shape<E> choice(Class<E> type) {
        Map<String, E> values = Arrays.stream(type.getEnumConstants())
                .collect(toMap(value -> value.name().toLowerCase(Locale.ROOT), identity()));
        var expected = Arrays.stream(type.getEnumConstants())
                .map(value -> value.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", ", "expected one of ", ""));
        return STRING.then((text, place) -> {
            var value = values.get(text);
            return value == null ? place.refuse(expected) : Optional.of(value);
        });
    }

    private static Optional<UUID> id(String text, Place place) {
        return WrittenId.read(text).or(() -> place.refuse("expected a UUID"));
    }

    private static Optional<Instant> instant(String text, Place place) {
        try {
            var time = OffsetDateTime.parse(text);
            if (time.getYear() >= FIRST_YEAR && time.getYear() <= LAST_YEAR) {
                return Optional.of(time.toInstant().truncatedTo(ChronoUnit.MILLIS));
            }
        } catch (DateTimeException _) {
            // Refused below, as a year that no calendar shows is.
        }
        return place.refuse("expected a moment such as 2026-11-30T08:00:00Z");
    }

    private static Optional<Duration> span(String text, Place place) {
        if (text.length() <= LONGEST_DURATION_TEXT) {
            try {
                var span = Duration.parse(text);
                if (span.isPositive() && span.compareTo(LONGEST_SPAN) <= 0) {
                    return Optional.of(span);
                }
            } catch (DateTimeParseException _) {
                // Refused below, as everything else that is no duration.
            }
        }
        return place.refuse("expected a positive ISO-8601 duration such as PT10M, at most 366 days");
    }

    private static Optional<String> estimate(String text, Place place) {
        if (text.length() <= LONGEST_DURATION_TEXT) {
            try {
                var duration = Duration.parse(text);
                if (duration.isPositive() && duration.compareTo(LONGEST_ESTIMATE) <= 0) {
                    return Optional.of(duration.toString());
                }
            } catch (DateTimeParseException _) {
                // Refused below, as everything else that is no duration.
            }
        }
        return place.refuse("expected a positive ISO-8601 duration such as PT45M, at most 366 days");
    }

    /** Neither a control character nor half of a surrogate pair, which no UTF-8 can carry. */
    private static boolean standsInALine(int codePoint) {
        return !Character.isISOControl(codePoint) && Character.getType(codePoint) != Character.SURROGATE;
    }

    private static boolean isLayout(int codePoint) {
        return codePoint == '\n' || codePoint == '\r' || codePoint == '\t';
    }
}
