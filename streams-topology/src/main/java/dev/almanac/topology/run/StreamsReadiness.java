package dev.almanac.topology.run;

import dev.almanac.topology.config.TopologyName;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.streams.KafkaStreams;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Whether this instance should be sent requests: once each of its topologies has its partitions, and from then on also while
 * partitions move, since it can forward, and read copies, all the while.
 */
final class StreamsReadiness implements HealthIndicator {
    private final StreamsClients clients;
    private final Set<TopologyName> haveRun = ConcurrentHashMap.newKeySet();

    StreamsReadiness(StreamsClients clients) {
        this.clients = clients;
    }

    @Override
    public Health health() {
        Map<TopologyName, KafkaStreams.State> states = new EnumMap<>(TopologyName.class);
        for (StreamsClient client : clients.all()) {
            states.put(client.name(), client.streams().map(KafkaStreams::state).orElse(KafkaStreams.State.NOT_RUNNING));
        }
        boolean ready = states.entrySet().stream().allMatch(each -> isReady(each.getKey(), each.getValue()));
        Health.Builder health = ready ? Health.up() : Health.outOfService();
        states.forEach((name, state) -> health.withDetail(name.name().toLowerCase(Locale.ROOT), state.name()));
        return health.build();
    }

    private boolean isReady(TopologyName name, KafkaStreams.State state) {
        if (state == KafkaStreams.State.RUNNING) {
            haveRun.add(name);
        }
        return haveRun.contains(name) && state.isRunningOrRebalancing();
    }
}
