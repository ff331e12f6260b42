package dev.almanac.topology.store.activity;

import static java.util.Objects.requireNonNull;

import dev.almanac.schemas.audit.AuditEntry;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Removes what is older than the log is kept. It goes through the workspaces in turn, a few each time, since each holds its
 * entries in the order of time: no further index is needed, and a look at a workspace with nothing to remove costs two
 * searches.
 */
public final class ActivityExpiry {
    private final KeyValueStore<Bytes, byte[]> store;
    private final KeyValueStore<Bytes, byte[]> counted;
    private final ActivityCodecs codecs;
    private final Duration retention;
    /** The next workspace is the first at or after this; null at the beginning of a round. */
    private @Nullable Bytes next;

    /**
     * @param store of what was done
     * @param counted how often
     */
    public ActivityExpiry(
            KeyValueStore<Bytes, byte[]> store,
            KeyValueStore<Bytes, byte[]> counted,
            ActivityCodecs codecs,
            Duration retention) {
        this.store = store;
        this.counted = counted;
        this.codecs = codecs;
        this.retention = retention;
    }

    /**
     * Looks after the next workspaces.
     *
     * @param limit of the workspaces, and of the records removed
     */
    public void sweep(Instant now, int limit) {
        Instant before = now.minus(retention);
        int left = limit;
        for (int i = 0; i < limit && left > 0; i++) {
            UUID workspace = workspaceFrom(next);
            if (workspace == null) {
                next = null;
                return;
            }
            left -= remove(workspace, before, left);
            if (left > 0) {
                next = ActivityKeys.after(workspace);
            }
        }
    }

    private @Nullable UUID workspaceFrom(@Nullable Bytes from) {
        try (KeyValueIterator<Bytes, byte[]> keys = store.range(from, null)) {
            return keys.hasNext() ? ActivityKeys.workspace(keys.peekNextKey()) : null;
        }
    }

    private int remove(UUID workspace, Instant before, int limit) {
        List<Bytes> entries =
                keys(store, ActivityKeys.entries(workspace), ActivityKeys.entriesFrom(workspace, before), limit);
        entries.forEach(key -> removeEntry(workspace, key));
        LocalDate firstKept = LocalDate.ofInstant(before, ZoneOffset.UTC);
        List<Bytes> counts = keys(
                counted,
                ActivityKeys.counts(workspace),
                ActivityKeys.countsFrom(workspace, firstKept),
                limit - entries.size());
        counts.forEach(counted::delete);
        return entries.size() + counts.size();
    }

    private void removeEntry(UUID workspace, Bytes key) {
        AuditEntry entry = codecs.entry().decode(requireNonNull(store.get(key)));
        Moment moment = Moment.of(entry);
        entry.getTaskId().ifPresent(task -> store.delete(ActivityKeys.ofTask(workspace, task, moment)));
        store.delete(ActivityKeys.ofCommand(workspace, entry.getCommandId(), entry.getOperation()));
        store.delete(key);
    }

    private static List<Bytes> keys(KeyValueStore<Bytes, byte[]> store, Bytes from, Bytes end, int limit) {
        List<Bytes> found = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> keys = store.range(from, end)) {
            while (found.size() < limit && keys.hasNext()) {
                Bytes key = keys.next().key;
                // The range takes its end in.
                if (!key.equals(end)) {
                    found.add(key);
                }
            }
        }
        return found;
    }
}
