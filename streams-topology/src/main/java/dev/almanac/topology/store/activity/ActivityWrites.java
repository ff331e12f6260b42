package dev.almanac.topology.store.activity;

import dev.almanac.schemas.audit.AuditEntry;
import dev.almanac.schemas.audit.AuditOutcome;
import dev.almanac.schemas.store.AuditCount;
import dev.almanac.topology.store.StoreWrite;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
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

    /** @return nothing for an entry that is there already */
    public List<StoreWrite> of(AuditEntry entry, StoredActivity activity) {
        if (activity.has(entry)) {
            return List.of();
        }
        UUID workspace = entry.getWorkspaceId();
        Moment moment = Moment.of(entry);
        CountKey counted = CountKey.of(entry);
        List<StoreWrite> writes = new ArrayList<>();
        writes.add(new StoreWrite(
                ActivityKeys.ofCommand(workspace, entry.getCommandId(), entry.getOperation()),
                ActivityKeys.value(moment)));
        writes.add(new StoreWrite(
                ActivityKeys.entry(workspace, moment), codecs.entry().encode(entry)));
        entry.getTaskId().ifPresent(task -> writes.add(StoreWrite.mark(ActivityKeys.ofTask(workspace, task, moment))));
        writes.add(new StoreWrite(
                ActivityKeys.count(workspace, counted),
                codecs.count().encode(oneMore(activity.count(counted), entry))));
        if (moment.seq() > activity.seq()) {
            writes.add(new StoreWrite(
                    ActivityKeys.seq(workspace),
                    ByteBuffer.allocate(Long.BYTES).putLong(moment.seq()).array()));
        }
        return writes;
    }

    private static AuditCount oneMore(AuditCount before, AuditEntry entry) {
        int rejected = entry.getOutcome() == AuditOutcome.REJECTED ? 1 : 0;
        return new AuditCount(before.getCount() + 1, before.getRejected() + rejected);
    }
}
