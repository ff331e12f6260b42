package dev.almanac.topology.decide;

import dev.almanac.schemas.audit.AuditEntry;
import dev.almanac.schemas.audit.AuditOutcome;
import dev.almanac.schemas.command.Command;
import dev.almanac.schemas.event.EventMetadata;
import dev.almanac.schemas.result.Rejection;
import dev.almanac.topology.decide.attempt.Ruling;
import dev.almanac.topology.state.Fact;
import java.time.Instant;

/** What the audit log keeps: what was changed or refused. What was so already is no news. */
final class AuditEntries {
    private AuditEntries() {}

    static AuditEntry changed(Command command, int operation, Request request, Ruling.Changed changed) {
        EventMetadata event = Fact.of(changed.events().getFirst()).metadata();
        return new AuditEntry(
                command.getCommandId(),
                operation,
                event.getEventId(),
                event.getSeq(),
                command.getWorkspaceId(),
                command.getActor(),
                command.getOrigin(),
                event.getOccurredAt(),
                request.action(),
                request.kind(),
                request.id().orElse(null),
                request.taskId().orElse(null),
                AuditOutcome.ACCEPTED,
                null,
                null,
                changed.before().orElse(null),
                changed.after().orElse(null));
    }

    static AuditEntry refused(Command command, int operation, Request request, Rejection rejection, Instant at) {
        return new AuditEntry(
                command.getCommandId(),
                operation,
                null,
                null,
                command.getWorkspaceId(),
                command.getActor(),
                command.getOrigin(),
                at,
                request.action(),
                request.kind(),
                request.id().orElse(null),
                request.taskId().orElse(null),
                AuditOutcome.REJECTED,
                rejection.getCode(),
                rejection.getDetail(),
                null,
                null);
    }
}
