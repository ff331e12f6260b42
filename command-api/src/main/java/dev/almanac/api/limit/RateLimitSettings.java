package dev.almanac.api.limit;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many requests one user may make at one instance.
 *
 * @param perSecond in the long run
 * @param burst at once, after a while of silence
 */
@ConfigurationProperties("almanac.rate-limit")
public record RateLimitSettings(
        @DefaultValue("100") int perSecond,
        @DefaultValue("300") int burst) {
    public RateLimitSettings {
        if (perSecond < 1) {
            throw new IllegalArgumentException("almanac.rate-limit.per-second must be at least 1");
        }
        if (burst < perSecond) {
            throw new IllegalArgumentException(
                    "almanac.rate-limit.burst must be at least almanac.rate-limit.per-second");
        }
    }
}
