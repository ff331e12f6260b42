package dev.almanac.api.publish;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How commands are written to Kafka.
 *
 * @param linger how long a command may wait for others to share its request; 0 still batches under load
 * @param timeout after which a command that the brokers have not taken is given up; at least 2 s
 * @param backlog commands that may wait for the thread that sends them, more are refused
 */
@ConfigurationProperties("almanac.publish")
public record PublishSettings(
        @DefaultValue("0ms") Duration linger,
        @DefaultValue("4s") Duration timeout,
        @DefaultValue("5000") int backlog) {
    private static final Duration SHORTEST_TIMEOUT = Duration.ofSeconds(2);

    public PublishSettings {
        if (linger.isNegative()) {
            throw new IllegalArgumentException("almanac.publish.linger must not be negative");
        }
        if (timeout.compareTo(SHORTEST_TIMEOUT) < 0) {
            throw new IllegalArgumentException("almanac.publish.timeout must be at least " + SHORTEST_TIMEOUT);
        }
        if (backlog < 1) {
            throw new IllegalArgumentException("almanac.publish.backlog must be at least 1");
        }
    }
}
