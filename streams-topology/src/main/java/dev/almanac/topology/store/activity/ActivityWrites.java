package dev.almanac.topology.store.activity;

import dev.almanac.schemas.audit.AuditEntry;
import dev.almanac.schemas.audit.AuditOutcome;
import dev.almanac.schemas.store.AuditCount;
import dev.almanac.topology.store.StoreWrite;
import dev.almanac.topology.store.StoredView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Turns an entry of the audit log into writes.
 *
 * <p>An entry is named by its command and operation. That name is written together with what the entry adds to a count, and
 * where it is found nothing is written: so whatever leads to a second reading (a consumer group that was lost or reset, a
 * log that was copied, commands that were decided again), nothing is counted twice.
 */
public final class ActivityWrites {
    private final ActivityCodecs codecs;

    public ActivityWrites(ActivityCodecs codecs) {
        this.codecs = codecs;
    }

    /**
     * @param activity in the store of that name
     * @param counts in the other one
     */
    public record Writes(List<StoreWrite> activity, List<StoreWrite> counts) {
        static final Writes NONE = new Writes(List.of(), List.of());
    }

    /** @return nothing for an entry that is there already */
    public Writes of(AuditEntry entry, StoredActivity activity, StoredCounts counts) {
        return activity.has(entry) ? Writes.NONE : new Writes(kept(entry, activity), counted(entry, counts));
    }

    private List<StoreWrite> kept(AuditEntry entry, StoredActivity activity) {
        UUID workspace = entry.getWorkspaceId();
        Moment moment = Moment.of(entry);
        List<StoreWrite> writes = new ArrayList<>();
        writes.add(new StoreWrite(
                ActivityKeys.ofCommand(workspace, entry.getCommandId(), entry.getOperation()),
                ActivityKeys.value(moment)));
        writes.add(new StoreWrite(
                ActivityKeys.entry(workspace, moment), codecs.entry().encode(entry)));
        entry.getTaskId().ifPresent(task -> writes.add(StoreWrite.mark(ActivityKeys.ofTask(workspace, task, moment))));
        reached(workspace, moment, activity).ifPresent(writes::add);
        return writes;
    }

    private List<StoreWrite> counted(AuditEntry entry, StoredCounts counts) {
        UUID workspace = entry.getWorkspaceId();
        CountKey key = CountKey.of(entry);
        List<StoreWrite> writes = new ArrayList<>();
        writes.add(new StoreWrite(
                ActivityKeys.count(workspace, key), codecs.count().encode(oneMore(counts.count(key), entry))));
        reached(workspace, Moment.of(entry), counts).ifPresent(writes::add);
        return writes;
    }

    private static Optional<StoreWrite> reached(UUID workspace, Moment moment, StoredView store) {
        return moment.seq() > store.seq() ? Optional.of(ActivityKeys.reach(workspace, moment.seq())) : Optional.empty();
    }

    private static AuditCount oneMore(AuditCount before, AuditEntry entry) {
        int rejected = entry.getOutcome() == AuditOutcome.REJECTED ? 1 : 0;
        return new AuditCount(before.getCount() + 1, before.getRejected() + rejected);
    }
}
