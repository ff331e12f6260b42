package dev.almanac.topology.store.activity;

import dev.almanac.schemas.store.AuditCount;
import dev.almanac.topology.store.StoredView;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** How often things were done in one workspace, as it lies in the store. */
public final class StoredCounts implements StoredView {
    private final UUID workspaceId;
    private final ReadOnlyKeyValueStore<Bytes, byte[]> store;
    private final ActivityCodecs codecs;

    public StoredCounts(UUID workspaceId, ReadOnlyKeyValueStore<Bytes, byte[]> store, ActivityCodecs codecs) {
        this.workspaceId = workspaceId;
        this.store = store;
        this.codecs = codecs;
    }

    /** The seq of the latest command that is counted; 0 where none is. */
    @Override
    public long seq() {
        return ActivityKeys.reached(store, workspaceId);
    }

    public AuditCount count(CountKey key) {
        byte[] value = store.get(ActivityKeys.count(workspaceId, key));
        return value == null ? new AuditCount(0L, 0L) : codecs.count().decode(value);
    }

    /**
     * Counts in the order of days, users and actions.
     *
     * @param to the last day
     * @param limit of their number
     */
    public List<DayCount> counts(LocalDate from, LocalDate to, int limit) {
        List<DayCount> counts = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> found = store.range(
                ActivityKeys.countsFrom(workspaceId, from), ActivityKeys.countsFrom(workspaceId, to.plusDays(1)))) {
            while (counts.size() < limit && found.hasNext()) {
                var next = found.next();
                AuditCount count = codecs.count().decode(next.value);
                counts.add(new DayCount(ActivityKeys.countKey(next.key), count.getCount(), count.getRejected()));
            }
        }
        return counts;
    }
}
