package dev.almanac.topology.store.activity;

import dev.almanac.schemas.audit.AuditEntry;
import dev.almanac.topology.store.StoredView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** What was done in one workspace, as it lies in the store. */
public final class StoredActivity implements StoredView {
    private final UUID workspaceId;
    private final ReadOnlyKeyValueStore<Bytes, byte[]> store;
    private final ActivityCodecs codecs;

    public StoredActivity(UUID workspaceId, ReadOnlyKeyValueStore<Bytes, byte[]> store, ActivityCodecs codecs) {
        this.workspaceId = workspaceId;
        this.store = store;
        this.codecs = codecs;
    }

    /** The seq of the latest command whose entries are here; 0 where none are. */
    @Override
    public long seq() {
        return ActivityKeys.reached(store, workspaceId);
    }

    /** Whether this entry is here, whatever time it bears. */
    public boolean has(AuditEntry entry) {
        return store.get(ActivityKeys.ofCommand(workspaceId, entry.getCommandId(), entry.getOperation())) != null;
    }

    /**
     * The workspace's entries, the latest first.
     *
     * @param before of which moment; empty for the latest
     */
    public List<AuditEntry> entries(Optional<Moment> before, int limit) {
        Bytes prefix = ActivityKeys.entries(workspaceId);
        Optional<Bytes> end = before.map(moment -> ActivityKeys.entry(workspaceId, moment));
        List<AuditEntry> entries = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> found = backwards(prefix, end)) {
            while (entries.size() < limit && found.hasNext()) {
                var next = found.next();
                if (!end.equals(Optional.of(next.key))) {
                    entries.add(codecs.entry().decode(next.value));
                }
            }
        }
        return entries;
    }

    /** The entries about one task, likewise. */
    public List<AuditEntry> entriesOf(UUID taskId, Optional<Moment> before, int limit) {
        Bytes prefix = ActivityKeys.ofTask(workspaceId, taskId);
        Optional<Bytes> end = before.map(moment -> ActivityKeys.ofTask(workspaceId, taskId, moment));
        List<AuditEntry> entries = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> found = backwards(prefix, end)) {
            while (entries.size() < limit && found.hasNext()) {
                Bytes key = found.next().key;
                if (!end.equals(Optional.of(key))) {
                    entry(ActivityKeys.moment(key)).ifPresent(entries::add);
                }
            }
        }
        return entries;
    }

    private KeyValueIterator<Bytes, byte[]> backwards(Bytes prefix, Optional<Bytes> end) {
        return store.reverseRange(prefix, end.orElseGet(() -> Bytes.increment(prefix)));
    }

    private Optional<AuditEntry> entry(Moment moment) {
        return Optional.ofNullable(store.get(ActivityKeys.entry(workspaceId, moment)))
                .map(codecs.entry()::decode);
    }
}
