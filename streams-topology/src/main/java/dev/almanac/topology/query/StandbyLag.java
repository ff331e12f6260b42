package dev.almanac.topology.query;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.LagInfo;
import org.jspecify.annotations.Nullable;

/**
 * How far this instance's copies of a store are behind. Streams asks the broker for that, so a result is shared by the reads of the
 * next second. Blocks while it asks.
 */
final class StandbyLag {
    private static final Duration KEPT = Duration.ofSeconds(1);

    private final String store;
    private final Clock clock;
    private @Nullable Measured last;

    private record Measured(Instant at, Map<Integer, LagInfo> byPartition) {}

    StandbyLag(String store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** In changelog records; more than any store has where this instance has no copy. */
    synchronized long of(KafkaStreams streams, int partition) {
        LagInfo lag = measure(streams).get(partition);
        return lag == null ? Long.MAX_VALUE : lag.offsetLag();
    }

    synchronized Map<Integer, LagInfo> measure(KafkaStreams streams) {
        Instant now = clock.instant();
        Measured kept = last;
        if (kept != null && Duration.between(kept.at(), now).compareTo(KEPT) < 0) {
            return kept.byPartition();
        }
        Map<Integer, LagInfo> lags = streams.allLocalStorePartitionLags().getOrDefault(store, Map.of());
        last = new Measured(now, Map.copyOf(lags));
        return lags;
    }
}
