package dev.almanac.api.interactive;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What Almanac's services know of each other.
 *
 * @param token the shared secret with which they call one another, at least 16 characters
 */
@ConfigurationProperties("almanac.internal")
public record InternalSettings(String token) {
    private static final int SHORTEST = 16;

    public InternalSettings {
        // The message must not hold the value.
        if (token.length() < SHORTEST) {
            throw new IllegalArgumentException("almanac.internal.token must have at least " + SHORTEST + " characters");
        }
    }

    @Override
    public String toString() {
        return "InternalSettings[token=***]";
    }
}
