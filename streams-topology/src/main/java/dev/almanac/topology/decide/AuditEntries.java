package dev.almanac.topology.decide;

import dev.almanac.schemas.audit.AuditEntry;
import dev.almanac.schemas.audit.AuditOutcome;
import dev.almanac.schemas.command.Command;
import dev.almanac.schemas.command.Undo;
import dev.almanac.schemas.event.EventMetadata;
import dev.almanac.schemas.model.EntityKind;
import dev.almanac.schemas.result.Rejection;
import dev.almanac.topology.decide.attempt.Ruling;
import dev.almanac.topology.state.Fact;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the audit log keeps: what was changed or refused. What was so already is no news. */
final class AuditEntries {
    private AuditEntries() {}

    /** @param workspaceSeq after the whole command; so in all entries */
    static AuditEntry changed(
            Command command, int operation, Request request, Ruling.Changed changed, long workspaceSeq) {
        EventMetadata event = Fact.of(changed.events().getFirst()).metadata();
        EventMetadata last = Fact.of(changed.events().getLast()).metadata();
        return new AuditEntry(
                command.getCommandId(),
                operation,
                event.getEventId(),
                event.getSeq(),
                last.getSeq(),
                workspaceSeq,
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
                changed.after().orElse(null),
                others(request, changed),
                undone(command, operation));
    }

    static AuditEntry refused(
            Command command, int operation, Request request, Rejection rejection, Instant at, long workspaceSeq) {
        return new AuditEntry(
                command.getCommandId(),
                operation,
                null,
                null,
                null,
                workspaceSeq,
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
                null,
                List.of(),
                undone(command, operation));
    }

    private static List<UUID> others(Request request, Ruling.Changed changed) {
        Stream<UUID> changedNow = changed.events().stream()
                .map(Fact::of)
                .filter(fact -> fact.kind() == EntityKind.TASK)
                .map(Fact::id);
        Stream<UUID> changedNext = changed.rests().stream().flatMap(rest -> rest.tasks().stream());
        return Stream.concat(changedNow, changedNext)
                .filter(id -> !Optional.of(id).equals(request.id()))
                .distinct()
                .toList();
    }

    private static @Nullable UUID undone(Command command, int operation) {
        return command.getOperations()
                .get(operation)
                .getUndo()
                .map(Undo::getEventId)
                .orElse(null);
    }
}
