package dev.almanac.topology.query;

import dev.almanac.topology.run.StreamsClient;
import dev.almanac.topology.store.StateCodecs;
import dev.almanac.topology.store.StoreKeys;
import dev.almanac.topology.store.StoredWorkspace;
import java.util.UUID;
import java.util.function.Function;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** Reads the stores of this instance. Blocks: RocksDB may go to disk. */
final class LocalReads {
    private final StreamsClient client;
    private final StateCodecs codecs;
    private final StandbyLag lag;
    private final int maxStandbyLag;

    /** What a read found, and where. */
    record Found<T>(T value, ReadFrom from) {}

    LocalReads(StreamsClient client, StateCodecs codecs, StandbyLag lag, int maxStandbyLag) {
        this.client = client;
        this.codecs = codecs;
        this.lag = lag;
        this.maxStandbyLag = maxStandbyLag;
    }

    /** @throws StoreMovingException where this instance doesn't decide for the partition, or not yet */
    <T> Found<T> ofOwner(int partition, UUID workspaceId, Function<StoredWorkspace, T> read) {
        return new Found<>(read(parameters(partition), workspaceId, read), new ReadFrom.Owner());
    }

    /**
     * Reads whatever copy is here.
     *
     * @throws StoreMovingException where there is none, or one that is too far behind to be of use
     */
    <T> Found<T> ofStandby(int partition, UUID workspaceId, Function<StoredWorkspace, T> read) {
        long behind = lag.of(streams(), partition);
        if (behind > maxStandbyLag) {
            throw new StoreMovingException("No copy of partition " + partition + " that is up to date");
        }
        return new Found<>(
                read(parameters(partition).enableStaleStores(), workspaceId, read), new ReadFrom.Standby(behind));
    }

    private <T> T read(
            StoreQueryParameters<ReadOnlyKeyValueStore<Bytes, byte[]>> parameters,
            UUID workspaceId,
            Function<StoredWorkspace, T> read) {
        try {
            return read.apply(new StoredWorkspace(workspaceId, streams().store(parameters), codecs));
        } catch (InvalidStateStoreException e) {
            throw new StoreMovingException("The store is not here, or not open", e);
        }
    }

    private KafkaStreams streams() {
        return client.streams()
                .filter(streams -> streams.state().isRunningOrRebalancing())
                .orElseThrow(() -> new StoreMovingException("Streams is not running"));
    }

    private static StoreQueryParameters<ReadOnlyKeyValueStore<Bytes, byte[]>> parameters(int partition) {
        return StoreQueryParameters.fromNameAndType(StoreKeys.STORE, QueryableStoreTypes.<Bytes, byte[]>keyValueStore())
                .withPartition(partition);
    }
}
