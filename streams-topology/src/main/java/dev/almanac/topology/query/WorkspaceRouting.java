package dev.almanac.topology.query;

import dev.almanac.schemas.topic.RecordKeys;
import dev.almanac.topology.process.WorkspacePlacement;
import dev.almanac.topology.run.RunningStreams;
import java.util.UUID;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyQueryMetadata;
import org.apache.kafka.streams.state.HostInfo;

/** Finds the instance that has a workspace in a store of its own, by the partitioner with which records find it. */
final class WorkspaceRouting {
    private final RunningStreams client;
    private final String store;
    private final HostInfo self;
    private final WorkspacePlacement placement = new WorkspacePlacement();

    WorkspaceRouting(StoreAccess<?> store, HostInfo self) {
        this.client = store.client();
        this.store = store.name();
        this.self = self;
    }

    HostInfo self() {
        return self;
    }

    Place locate(UUID workspaceId) {
        KafkaStreams streams = client.streams().orElse(null);
        if (streams == null || !streams.state().isRunningOrRebalancing()) {
            return new Place.Nowhere();
        }
        KeyQueryMetadata metadata = streams.queryMetadataForKey(store, RecordKeys.workspace(workspaceId), placement);
        if (metadata == null
                || metadata.equals(KeyQueryMetadata.NOT_AVAILABLE)
                || metadata.activeHost().equals(HostInfo.unavailable())) {
            return new Place.Nowhere();
        }
        return metadata.activeHost().equals(self)
                ? new Place.Here(metadata.partition())
                : new Place.There(metadata.partition(), metadata.activeHost(), metadata.standbyHosts());
    }
}
