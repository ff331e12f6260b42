package dev.almanac.topology.decide.bounds;

import dev.almanac.schemas.result.Rejection;
import dev.almanac.topology.decide.attempt.Rejections;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A signed duration, with RFC 5545's meaning of it: days are those of the calendar, be they 23 or 25 hours long, and time
 * elapses.
 *
 * @param days whole days, weeks among them
 * @param time of the same sign
 */
public record Offset(long days, Duration time) {
    private static final Pattern FORM = Pattern.compile(
            "([+-]?)P(?:(\\d{1,4})W)?(?:(\\d{1,5})D)?(?:T(?:(\\d{1,6})H)?(?:(\\d{1,7})M)?(?:(\\d{1,9})S)?)?");
    private static final int FIRST_OF_TIME = 4;
    private static final int LAST = 6;
    private static final long LONGEST_DAYS = 3660;

    /** @return empty where the text is no such duration, or one of more than ten years */
    public static Optional<Offset> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches() || !saysSomething(matcher, text)) {
            return Optional.empty();
        }
        int sign = matcher.group(1).equals("-") ? -1 : 1;
        long days = 7 * number(matcher, 2) + number(matcher, 3);
        Duration time = Duration.ofHours(number(matcher, FIRST_OF_TIME))
                .plusMinutes(number(matcher, FIRST_OF_TIME + 1))
                .plusSeconds(number(matcher, LAST));
        return days + time.toDays() <= LONGEST_DAYS
                ? Optional.of(new Offset(sign * days, time.multipliedBy(sign)))
                : Optional.empty();
    }

    /** @return what is wrong; empty where nothing is */
    public static Optional<Rejection> fault(String text, String pointer) {
        return parse(text).isPresent()
                ? Optional.empty()
                : Optional.of(Rejections.invalid(
                        pointer,
                        "Must be a signed duration of weeks, days, hours, minutes and seconds, such as -PT30M,"
                                + " of at most ten years."));
    }

    /** A number at least, and one after the T where there is a T. */
    private static boolean saysSomething(Matcher matcher, String text) {
        boolean time = false;
        for (int group = FIRST_OF_TIME; group <= LAST; group++) {
            time |= matcher.group(group) != null;
        }
        return text.indexOf('T') >= 0 ? time : matcher.group(2) != null || matcher.group(3) != null;
    }

    private static long number(Matcher matcher, int group) {
        String digits = matcher.group(group);
        return digits == null ? 0 : Long.parseLong(digits);
    }
}
