package dev.almanac.topology.store.activity;

import dev.almanac.schemas.audit.AuditEntry;
import java.time.Instant;
import java.util.UUID;

/**
 * Where an entry of the audit log stands among the others of its workspace: by time, and where that is the same in the
 * order of what was decided. The last two name the entry.
 *
 * @param at to the millisecond, from 1970 on
 * @param seq of the workspace after the command
 */
public record Moment(Instant at, long seq, UUID commandId, int operation) {
    public Moment {
        if (at.toEpochMilli() < 0 || seq < 0 || operation < 0) {
            throw new IllegalArgumentException("No moment: " + at + ", seq " + seq + ", operation " + operation);
        }
    }

    public static Moment of(AuditEntry entry) {
        return new Moment(entry.getAt(), seq(entry), entry.getCommandId(), entry.getOperation());
    }

    /** Entries of before the workspace's seq was told have at least that of their event. */
    static long seq(AuditEntry entry) {
        return Math.max(entry.getWorkspaceSeq(), entry.getSeq().orElse(0L));
    }
}
