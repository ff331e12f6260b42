package dev.almanac.api.read;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the read model is read.
 *
 * @param timeout after which a statement is given up, the wait for a connection included; positive
 */
@ConfigurationProperties("almanac.read")
public record ReadSettings(@DefaultValue("5s") Duration timeout) {
    public ReadSettings {
        if (!timeout.isPositive()) {
            throw new IllegalArgumentException("almanac.read.timeout must be positive: " + timeout);
        }
    }
}
