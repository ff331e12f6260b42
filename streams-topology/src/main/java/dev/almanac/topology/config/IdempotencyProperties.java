package dev.almanac.topology.config;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How long the answer to a command with an idempotency key is remembered.
 *
 * @param retention by the time of the commands
 * @param sweepInterval at which each partition forgets what has expired
 * @param sweepLimit answers that it forgets each time at most, so that commands don't wait for it
 */
@ConfigurationProperties("almanac.topology.idempotency")
public record IdempotencyProperties(Duration retention, Duration sweepInterval, int sweepLimit) {
    public IdempotencyProperties {
        Check.positive("almanac.topology.idempotency.retention", retention);
        Check.positive("almanac.topology.idempotency.sweep-interval", sweepInterval);
        Check.between("almanac.topology.idempotency.sweep-limit", 1, 100_000, sweepLimit);
    }
}
