package dev.almanac.topology.run;

import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.streams.KafkaStreams;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Whether this instance should be sent requests: once it has its partitions, and from then on also while partitions move,
 * since it can forward, and read copies, all the while.
 */
final class StreamsReadiness implements HealthIndicator {
    private final StreamsClient client;
    private final AtomicBoolean hasRun = new AtomicBoolean();

    StreamsReadiness(StreamsClient client) {
        this.client = client;
    }

    @Override
    public Health health() {
        KafkaStreams.State state = client.streams().map(KafkaStreams::state).orElse(KafkaStreams.State.NOT_RUNNING);
        if (state == KafkaStreams.State.RUNNING) {
            hasRun.set(true);
        }
        boolean ready = hasRun.get() && state.isRunningOrRebalancing();
        return (ready ? Health.up() : Health.outOfService())
                .withDetail("state", state.name())
                .build();
    }
}
