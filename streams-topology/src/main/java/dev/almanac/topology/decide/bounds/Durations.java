package dev.almanac.topology.decide.bounds;

import dev.almanac.schemas.result.Rejection;
import dev.almanac.topology.decide.attempt.Rejections;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** What durations are sound. */
public final class Durations {
    /** Characters; no duration that means anything is longer. */
    private static final int LONGEST = 40;

    private Durations() {}

    /** @return what is wrong with what should be a positive ISO-8601 duration; empty where nothing is */
    public static Optional<Rejection> fault(String duration, String pointer) {
        return isPositive(duration)
                ? Optional.empty()
                : Optional.of(Rejections.invalid(pointer, "Must be a positive ISO-8601 duration, such as PT45M."));
    }

    private static boolean isPositive(String duration) {
        if (duration.length() > LONGEST) {
            return false;
        }
        try {
            return Duration.parse(duration).isPositive();
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
