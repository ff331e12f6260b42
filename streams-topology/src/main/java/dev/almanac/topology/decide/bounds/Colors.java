package dev.almanac.topology.decide.bounds;

import dev.almanac.schemas.result.Rejection;
import dev.almanac.topology.decide.attempt.Rejections;
import java.util.Optional;

/** What colours are sound. */
public final class Colors {
    private Colors() {}

    /** @return what is wrong; empty where nothing is */
    public static Optional<Rejection> fault(String color, String pointer) {
        return color.length() == 7
                        && color.charAt(0) == '#'
                        && color.chars().skip(1).allMatch(Colors::isHexDigit)
                ? Optional.empty()
                : Optional.of(Rejections.invalid(pointer, "Must be a colour of the form #rrggbb."));
    }

    private static boolean isHexDigit(int c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    }
}
