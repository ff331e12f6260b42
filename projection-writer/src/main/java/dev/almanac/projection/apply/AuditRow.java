package dev.almanac.projection.apply;

import dev.almanac.schemas.audit.AuditEntry;
import dev.almanac.schemas.audit.AuditOutcome;
import dev.almanac.schemas.command.Origin;
import dev.almanac.schemas.result.RejectionCode;
import dev.almanac.schemas.serde.StateCodec;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code audit_entry}: named by the command and the operation's place in it.
 *
 * @param seq of the workspace after the command
 * @param day of UTC in which it was done
 * @param entry the record itself, as state stores keep it, without the address from which the command came: that stays in
 *     the log
 */
public record AuditRow(
        UUID workspaceId,
        UUID commandId,
        int operation,
        Instant at,
        long seq,
        LocalDate day,
        UUID userId,
        String action,
        AuditOutcome outcome,
        @Nullable UUID taskId,
        @Nullable UUID eventId,
        byte[] entry) {
    private static final StateCodec<AuditEntry> CODEC = StateCodec.of(AuditEntry.class);
    private static final Origin NOWHERE = new Origin(null, null);

    /**
     * @param record one of those that {@code task-audit} carries
     * @return empty for what a stranger tried, who could else fill a workspace's activity, and show things there
     * @throws IllegalArgumentException for any other record, or for one with values that no row can hold
     */
    public static Optional<AuditRow> read(Place place, SpecificRecord record) {
        if (!(record instanceof AuditEntry entry)) {
            throw new IllegalArgumentException(
                    record.getSchema().getFullName() + " is no entry of the audit log, at " + place);
        }
        return entry.getReason().equals(Optional.of(RejectionCode.WORKSPACE_NOT_FOUND))
                ? Optional.empty()
                : Optional.of(of(entry));
    }

    private static AuditRow of(AuditEntry entry) {
        Instant at = Storable.instant(entry.getAt());
        return new AuditRow(
                entry.getWorkspaceId(),
                entry.getCommandId(),
                entry.getOperation(),
                at,
                Math.max(entry.getWorkspaceSeq(), entry.getSeq().orElse(0L)),
                LocalDate.ofInstant(at, ZoneOffset.UTC),
                entry.getActor().getUserId(),
                Storable.text(entry.getAction()),
                entry.getOutcome(),
                entry.getTaskId().orElse(null),
                entry.getEventId().orElse(null),
                CODEC.encode(withoutOrigin(entry)));
    }

    private static AuditEntry withoutOrigin(AuditEntry entry) {
        entry.put(AuditEntry.getClassSchema().getField("origin").pos(), NOWHERE);
        return entry;
    }
}
