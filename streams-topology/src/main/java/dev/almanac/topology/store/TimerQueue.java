package dev.almanac.topology.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The timers of one partition, in the order of their time. The store keeps them, and where to begin; when the next is due is
 * known in memory, so that as long as none is it costs nothing to ask.
 *
 * <p>Belongs to the stream thread, but for the two figures that anyone may read.
 */
public final class TimerQueue {
    /** The store of the timers. */
    public static final String STORE = "timers";

    /** Past all timers: the first byte of a time's is never this, before the year 292 million. */
    private static final Bytes CURSOR = Bytes.wrap(new byte[] {(byte) 0xff});

    /** Of one look for due timers, so that it ends where a workspace has many, each at a time of its own. */
    private static final int MOST_SCANS = 64;

    private final KeyValueStore<Bytes, byte[]> store;

    /** Nothing in the store is before this. */
    private Bytes start;
    /** As the store has it. */
    private Bytes storedStart;

    /** In epoch milliseconds; no timer is due before it. */
    private volatile long nextDue;

    private volatile long pending;

    /** @param store opened, and as the last commit left it */
    public TimerQueue(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
        byte[] cursor = store.get(CURSOR);
        this.start = cursor == null ? TimerKeys.from(Long.MIN_VALUE) : Bytes.wrap(cursor);
        this.storedStart = start;
        this.nextDue = findNext();
        this.pending = store.approximateNumEntries();
    }

    /** Whether a timer may be due. @param now in epoch milliseconds */
    public boolean isDue(long now) {
        return nextDue <= now;
    }

    /** When the next timer is due at the earliest, in epoch milliseconds; {@link Long#MAX_VALUE} where there is none. */
    public long nextDue() {
        return nextDue;
    }

    /** How many timers are set: exactly since the start, before that by RocksDB's estimate. */
    public long pending() {
        return Math.max(0, pending);
    }

    /** Does what a decision has prepared. What is set for a time that has passed is due at once. */
    public void write(List<StoreWrite> writes) {
        for (StoreWrite write : writes) {
            write.writeTo(store);
            if (write.value() == null) {
                pending--;
            } else {
                pending++;
                nextDue = Math.min(nextDue, TimerKeys.dueOf(write.key()));
                if (write.key().compareTo(start) < 0) {
                    start = write.key();
                    keepStart();
                }
            }
        }
    }

    /**
     * Timers that are due, by time. Where one workspace has more than its share the others' come first, also later ones.
     *
     * @param now in epoch milliseconds
     * @param most of all workspaces
     * @param share most of one of them
     */
    public List<DueTimer> due(long now, int most, int share) {
        List<DueTimer> due = new ArrayList<>();
        Map<UUID, Integer> taken = new HashMap<>();
        Bytes end = TimerKeys.from(now + 1);
        Bytes from = start;
        for (int scans = 0; scans < MOST_SCANS && from != null && due.size() < most; scans++) {
            from = scan(from, end, due, taken, most, share);
        }
        return due;
    }

    /** @return from where to go on, past a workspace that has had its share; null where there is no more to be had */
    private @Nullable Bytes scan(
            Bytes from, Bytes end, List<DueTimer> due, Map<UUID, Integer> taken, int most, int share) {
        if (from.compareTo(end) >= 0) {
            return null;
        }
        try (KeyValueIterator<Bytes, byte[]> keys = store.range(from, end)) {
            while (due.size() < most && keys.hasNext()) {
                DueTimer timer = TimerKeys.read(keys.next().key);
                int had = taken.merge(timer.workspaceId(), 1, Integer::sum);
                if (had > share) {
                    return TimerKeys.afterWorkspace(timer.key());
                }
                due.add(timer);
            }
        }
        return null;
    }

    /** To be called once timers that were due are gone: finds the next. @param now in epoch milliseconds */
    public void advance(long now) {
        nextDue = findNext();
        if (nextDue == Long.MAX_VALUE) {
            start = TimerKeys.from(now);
        }
    }

    /** Keeps from where to look for the next one, past all that are gone and still slow a scan. */
    public void keepStart() {
        if (!start.equals(storedStart)) {
            store.put(CURSOR, start.get());
            storedStart = start;
        }
    }

    private long findNext() {
        try (KeyValueIterator<Bytes, byte[]> keys = store.range(start, CURSOR)) {
            if (keys.hasNext()) {
                Bytes first = keys.next().key;
                if (!first.equals(CURSOR)) {
                    start = first;
                    return TimerKeys.dueOf(first);
                }
            }
        }
        return Long.MAX_VALUE;
    }
}
