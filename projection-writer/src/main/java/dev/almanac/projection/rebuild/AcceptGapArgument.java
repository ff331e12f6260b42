package dev.almanac.projection.rebuild;

import dev.almanac.projection.apply.AcceptedGap;
import java.util.UUID;

/** {@code --accept-gap=<workspace id>:<seq of the first event after the hole>}. */
final class AcceptGapArgument {
    static final String NAME = "accept-gap";

    private AcceptGapArgument() {}

    /** @throws IllegalArgumentException for anything else */
    static AcceptedGap parse(String value) {
        int colon = value.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("--" + NAME + " takes <workspace id>:<seq>, not " + value);
        }
        return new AcceptedGap(UUID.fromString(value.substring(0, colon)), Long.parseLong(value.substring(colon + 1)));
    }
}
