package dev.almanac.api.accept;

import java.util.List;
import java.util.Optional;

/**
 * Asks what dates a recurrence rule gives.
 *
 * @param start a local date, or a local date and time, in ISO-8601
 * @param timeZone IANA; the user's where it is empty
 * @param limit how many dates at most, 1 to 200
 * @param after as {@code start}; dates up to it are left out
 * @param exceptDates as {@code start}; others that are left out
 */
public record PreviewRequest(
        String rule,
        String start,
        Optional<String> timeZone,
        int limit,
        Optional<String> after,
        List<String> exceptDates) {
    private static final int USUAL = 10;
    private static final int MOST = 200;
    private static final String EXPECTED = "expected a date with a time of day, or without one, as start has it";
    private static final Shape<Integer> LIMIT =
            (json, place) -> json.isInt() && json.intValue() >= 1 && json.intValue() <= MOST
                    ? Optional.of(json.intValue())
                    : place.refuse("expected a whole number from 1 to %d".formatted(MOST));

    /** @throws dev.almanac.api.problem.ProblemException of type {@code validation} where a value is not as agreed */
    public static PreviewRequest read(JsonBody body) {
        return Bodies.read(body, (fields, place) -> {
            var rule = fields.required("rule", RecurrenceShape.RULE);
            var start = fields.required("start", DateShape.LOCAL);
            var zone = fields.optional("timeZone", Shapes.ZONE);
            var limit = fields.optional("limit", LIMIT);
            var after = fields.optional("after", DateShape.LOCAL);
            var leftOut = fields.optional("exceptDates", ExceptDatesShape.LOCAL).orElse(List.of());
            fields.refuseOthers();
            if (start.isPresent() && after.isPresent() && isDay(start.get()) != isDay(after.get())) {
                return place.at("after").refuse(EXPECTED);
            }
            for (var index = 0; start.isPresent() && index < leftOut.size(); index++) {
                if (isDay(start.get()) != isDay(leftOut.get(index))) {
                    return place.at("exceptDates").at(index).refuse(EXPECTED);
                }
            }
            return rule.flatMap(text ->
                    start.map(from -> new PreviewRequest(text, from, zone, limit.orElse(USUAL), after, leftOut)));
        });
    }

    private static boolean isDay(String local) {
        return local.indexOf('T') < 0;
    }
}
