package dev.almanac.api.sync;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How reads wait for the read model.
 *
 * @param maxWait the longest that a read waits; positive
 * @param pollInterval between two looks at how far it is, while anyone waits; positive
 * @param maxWaiting the most reads that wait at once, on this instance
 */
@ConfigurationProperties("almanac.sync")
public record SyncSettings(
        @DefaultValue("2s") Duration maxWait,
        @DefaultValue("10ms") Duration pollInterval,
        @DefaultValue("10000") int maxWaiting) {
    public SyncSettings {
        if (!maxWait.isPositive() || !pollInterval.isPositive() || maxWaiting < 1) {
            throw new IllegalArgumentException("almanac.sync must be positive throughout");
        }
    }
}
