package dev.almanac.topology.query;

import dev.almanac.topology.config.TopologyName;
import dev.almanac.topology.run.RunningStreams;
import dev.almanac.topology.run.StreamsClients;
import dev.almanac.topology.store.StateCodecs;
import dev.almanac.topology.store.StoreKeys;
import dev.almanac.topology.store.StoredView;
import dev.almanac.topology.store.StoredWorkspace;
import dev.almanac.topology.store.activity.ActivityCodecs;
import dev.almanac.topology.store.activity.ActivityKeys;
import dev.almanac.topology.store.activity.StoredActivity;
import dev.almanac.topology.store.activity.StoredCounts;
import java.util.UUID;
import java.util.function.BiFunction;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/**
 * A store that can be read, in which each workspace lies in one partition.
 *
 * @param client of the topology that has it
 * @param name of the store
 * @param view of one workspace in it
 */
record StoreAccess<V extends StoredView>(
        RunningStreams client, String name, BiFunction<UUID, ReadOnlyKeyValueStore<Bytes, byte[]>, V> view) {
    /** What the workspaces hold. */
    static StoreAccess<StoredWorkspace> workspaces(StreamsClients clients) {
        StateCodecs codecs = StateCodecs.create();
        return new StoreAccess<>(
                clients.of(TopologyName.TASKS), StoreKeys.STORE, (id, store) -> new StoredWorkspace(id, store, codecs));
    }

    /** What was done in them. */
    static StoreAccess<StoredActivity> activity(StreamsClients clients) {
        ActivityCodecs codecs = ActivityCodecs.create();
        return new StoreAccess<>(
                clients.of(TopologyName.AUDIT),
                ActivityKeys.STORE,
                (id, store) -> new StoredActivity(id, store, codecs));
    }

    /** How often. */
    static StoreAccess<StoredCounts> counts(StreamsClients clients) {
        ActivityCodecs codecs = ActivityCodecs.create();
        return new StoreAccess<>(
                clients.of(TopologyName.AUDIT),
                ActivityKeys.COUNTS,
                (id, store) -> new StoredCounts(id, store, codecs));
    }

    /** @throws StoreMovingException where the topology doesn't run here, or not yet */
    KafkaStreams running() {
        return client.streams()
                .filter(streams -> streams.state().isRunningOrRebalancing())
                .orElseThrow(() -> new StoreMovingException("Streams is not running"));
    }
}
