package dev.almanac.api.reply;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How answers to commands are awaited.
 *
 * @param timeout after which a client is told where to ask for the answer instead
 * @param pending commands that may wait for their answers at once, more are refused
 */
@ConfigurationProperties("almanac.reply")
public record ReplySettings(
        @DefaultValue("5s") Duration timeout,
        @DefaultValue("10000") int pending) {
    public ReplySettings {
        if (!timeout.isPositive()) {
            throw new IllegalArgumentException("almanac.reply.timeout must be positive");
        }
        if (pending < 1) {
            throw new IllegalArgumentException("almanac.reply.pending must be at least 1");
        }
    }
}
