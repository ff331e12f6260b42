package dev.almanac.api.secret;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What all secrets that users are told follow from.
 *
 * @param masterKey the same at every instance, at least 32 characters, better random; with another one every secret that was
 *     told before is good no more
 */
@ConfigurationProperties("almanac.secrets")
public record SecretSettings(String masterKey) {
    private static final int SHORTEST = 32;

    public SecretSettings {
        // The message must not hold the value.
        if (masterKey.length() < SHORTEST) {
            throw new IllegalArgumentException(
                    "almanac.secrets.master-key must have at least " + SHORTEST + " characters");
        }
    }

    @Override
    public String toString() {
        return "SecretSettings[masterKey=***]";
    }
}
