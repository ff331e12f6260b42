package dev.almanac.api.accept;

import dev.almanac.schemas.model.TaskDate;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * A day, or a moment by the clock of a place: {@code {"date":"2026-11-30"}} or
 * {@code {"dateTime":"2026-11-30T09:00","timeZone":"Europe/Berlin"}}. Without a zone the user's is meant; see
 * {@link ZoneStamp}.
 */
final class DateShape {
    private static final int FIRST_YEAR = 1;
    private static final int LAST_YEAR = 9999;

    static final Shape<TaskDate> DATE = Fields.OBJECT.then(DateShape::date);

    private static final Shape<LocalDate> LOCAL_DATE = Shapes.STRING.then((text, place) ->
            parse(text, place, LocalDate::parse, LocalDate::getYear, "expected a local date such as 2026-11-30"));
    private static final Shape<LocalDateTime> LOCAL_DATE_TIME = Shapes.STRING
            .then((text, place) -> parse(
                    text,
                    place,
                    LocalDateTime::parse,
                    LocalDateTime::getYear,
                    "expected a local date and time such as 2026-11-30T09:00"))
            .then((dateTime, place) ->
                    dateTime.getNano() == 0 ? Optional.of(dateTime) : place.refuse("expected a time by whole seconds"));

    /** A day or a moment by any clock, in one text: {@code 2026-11-30} or {@code 2026-11-30T09:00}. */
    static final Shape<String> LOCAL =
            (json, place) -> json.isString() && json.stringValue().indexOf('T') < 0
                    ? LOCAL_DATE.read(json, place).map(LocalDate::toString)
                    : LOCAL_DATE_TIME.read(json, place).map(LocalDateTime::toString);

    private DateShape() {}

    private static Optional<TaskDate> date(Fields fields, Place place) {
        var date = fields.optional("date", LOCAL_DATE);
        var dateTime = fields.optional("dateTime", LOCAL_DATE_TIME);
        var zone = fields.optional("timeZone", Shapes.ZONE);
        fields.refuseOthers();
        if (fields.has("date") == fields.has("dateTime")) {
            return place.refuse("expected either date or dateTime");
        }
        return Optional.of(new TaskDate(date.orElse(null), dateTime.orElse(null), zone.orElse(null)));
    }

    @FunctionalInterface
    private interface Parser<T> {
        T parse(CharSequence text);
    }

    private static <T> Optional<T> parse(
            String text, Place place, Parser<T> parser, java.util.function.ToIntFunction<T> year, String expected) {
        try {
            var value = parser.parse(text);
            if (year.applyAsInt(value) >= FIRST_YEAR && year.applyAsInt(value) <= LAST_YEAR) {
                return Optional.of(value);
            }
        } catch (DateTimeException _) {
            // Refused below, as a year that no calendar shows is.
        }
        return place.refuse(expected);
    }
}
