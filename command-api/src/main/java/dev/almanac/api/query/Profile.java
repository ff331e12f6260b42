package dev.almanac.api.query;

import java.util.Optional;

/**
 * What a user has told about themselves.
 *
 * @param timeZone IANA name
 */
record Profile(Optional<String> displayName, String timeZone) {
    /** Of a user who has told nothing. */
    static final Profile UNTOLD = new Profile(Optional.empty(), "UTC");
}
