package dev.almanac.topology.query;

import dev.almanac.topology.store.StoredView;
import java.util.UUID;
import java.util.function.Function;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** Reads a store of this instance. Blocks: RocksDB may go to disk. */
final class LocalReads<V extends StoredView> {
    private final StoreAccess<V> store;
    private final StandbyLag lag;
    private final int maxStandbyLag;

    /** What a read found, and where. */
    record Found<T>(T value, ReadFrom from) {}

    LocalReads(StoreAccess<V> store, StandbyLag lag, int maxStandbyLag) {
        this.store = store;
        this.lag = lag;
        this.maxStandbyLag = maxStandbyLag;
    }

    /** @throws StoreMovingException where this instance doesn't decide for the partition, or not yet */
    <T> Found<T> ofOwner(int partition, UUID workspaceId, Function<V, T> read) {
        return new Found<>(read(parameters(partition), workspaceId, read), new ReadFrom.Owner());
    }

    /**
     * Reads whatever copy is here.
     *
     * @throws StoreMovingException where there is none, or one that is too far behind to be of use
     */
    <T> Found<T> ofStandby(int partition, UUID workspaceId, Function<V, T> read) {
        long behind = lag.of(store.running(), partition);
        if (behind > maxStandbyLag) {
            throw new StoreMovingException("No copy of partition " + partition + " that is up to date");
        }
        return new Found<>(
                read(parameters(partition).enableStaleStores(), workspaceId, read), new ReadFrom.Standby(behind));
    }

    private <T> T read(
            StoreQueryParameters<ReadOnlyKeyValueStore<Bytes, byte[]>> parameters,
            UUID workspaceId,
            Function<V, T> read) {
        try {
            return read.apply(store.view().apply(workspaceId, store.running().store(parameters)));
        } catch (InvalidStateStoreException e) {
            throw new StoreMovingException("The store is not here, or not open", e);
        }
    }

    private StoreQueryParameters<ReadOnlyKeyValueStore<Bytes, byte[]>> parameters(int partition) {
        return StoreQueryParameters.fromNameAndType(store.name(), QueryableStoreTypes.<Bytes, byte[]>keyValueStore())
                .withPartition(partition);
    }
}
