package dev.almanac.topology.config;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Bounds of the interactive queries.
 *
 * @param threads that read the stores, from 1 to 256
 * @param queue reads that wait for a thread; beyond it a read is refused with 503
 * @param syncWait the longest that a read waits for the {@code Sync-Token} that it brought
 * @param rebalanceWait the longest that a read waits for a store which is being moved
 * @param forwardTimeout for the answer of another instance
 * @param maxStandbyLag changelog records by which a copy may be behind and still be read
 */
@ConfigurationProperties("almanac.topology.query")
public record QueryProperties(
        int threads, int queue, Duration syncWait, Duration rebalanceWait, Duration forwardTimeout, int maxStandbyLag) {
    public QueryProperties {
        Check.between("almanac.topology.query.threads", 1, 256, threads);
        Check.between("almanac.topology.query.queue", 1, 1_000_000, queue);
        Check.notNegative("almanac.topology.query.sync-wait", syncWait);
        Check.notNegative("almanac.topology.query.rebalance-wait", rebalanceWait);
        Check.positive("almanac.topology.query.forward-timeout", forwardTimeout);
        Check.between("almanac.topology.query.max-standby-lag", 0, Integer.MAX_VALUE, maxStandbyLag);
    }
}
