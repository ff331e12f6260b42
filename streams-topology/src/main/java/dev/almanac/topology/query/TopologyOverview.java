package dev.almanac.topology.query;

import dev.almanac.topology.run.RunningStreams;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.LagInfo;
import org.apache.kafka.streams.StreamsMetadata;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Tells operators who does what of one topology. */
final class TopologyOverview {
    private final RunningStreams client;
    private final WorkspaceRouting routing;
    private final StandbyLag lag;
    private final Scheduler blocking;

    /**
     * @param state of the asked instance's Streams client, in Streams' words; CLOSED where it does not run the topology
     * @param self the asked instance, {@code host:port}
     * @param instances all that the last rebalance knew of
     * @param lag of each partition of which the asked instance has the store or a copy, in changelog records
     */
    record View(String state, String self, List<Instance> instances, Map<Integer, Long> lag) {}

    /** @param standbys partitions of which it keeps copies */
    record Instance(String address, List<Integer> partitions, List<Integer> standbys) {}

    TopologyOverview(RunningStreams client, WorkspaceRouting routing, StandbyLag lag, Scheduler blocking) {
        this.client = client;
        this.routing = routing;
        this.lag = lag;
        this.blocking = blocking;
    }

    Mono<View> view() {
        return Mono.fromSupplier(this::blockingView).subscribeOn(blocking);
    }

    private View blockingView() {
        String self = routing.self().host() + ":" + routing.self().port();
        KafkaStreams streams = client.streams().orElse(null);
        if (streams == null || !streams.state().isRunningOrRebalancing()) {
            return new View(streams == null ? "CLOSED" : streams.state().name(), self, List.of(), Map.of());
        }
        List<Instance> instances = streams.metadataForAllStreamsClients().stream()
                .map(TopologyOverview::instance)
                .toList();
        return new View(streams.state().name(), self, instances, offsets(lag.measure(streams)));
    }

    private static Instance instance(StreamsMetadata metadata) {
        return new Instance(
                metadata.host() + ":" + metadata.port(),
                numbers(metadata.topicPartitions().stream()),
                numbers(metadata.standbyTopicPartitions().stream()));
    }

    private static List<Integer> numbers(Stream<TopicPartition> partitions) {
        return partitions.map(TopicPartition::partition).distinct().sorted().toList();
    }

    private static Map<Integer, Long> offsets(Map<Integer, LagInfo> lags) {
        Map<Integer, Long> offsets = new TreeMap<>();
        lags.forEach((partition, info) -> offsets.put(partition, info.offsetLag()));
        return offsets;
    }
}
