package dev.almanac.api.query;

import static org.jooq.impl.DSL.select;

import dev.almanac.api.accept.UndoRequest;
import dev.almanac.api.http.RecordedActions;
import dev.almanac.api.problem.Problem;
import dev.almanac.api.problem.ProblemType;
import dev.almanac.api.read.Items;
import dev.almanac.api.read.Tables.AuditEntries;
import dev.almanac.schemas.audit.AuditEntry;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Record;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What was done, from the read model. */
@Component
class StoredActions implements RecordedActions {
    /** Operations of a command. */
    private static final int MOST = 100;

    private final MemberReads reads;

    StoredActions(MemberReads reads) {
        this.reads = reads;
    }

    @Override
    public Mono<List<AuditEntry>> of(UUID workspaceId, UUID userId, long atLeast, UndoRequest asked) {
        return reads.activity(workspaceId, userId, atLeast, items(workspaceId, named(asked)))
                .map(seen -> seen.value().stream().map(StoredActions::entry).toList())
                .filter(entries -> !entries.isEmpty())
                .switchIfEmpty(Mono.error(StoredActions::nothing));
    }

    private static Condition named(UndoRequest asked) {
        return switch (asked) {
            case UndoRequest.OfEvent(var eventId) -> AuditEntries.EVENT_ID.eq(eventId);
            case UndoRequest.OfCommand(var commandId) -> AuditEntries.COMMAND_ID.eq(commandId);
        };
    }

    private static Items items(UUID workspaceId, Condition named) {
        return Items.one(select(AuditEntries.COMMAND_ID.as("id"), AuditEntries.ENTRY)
                .from(AuditEntries.TABLE)
                .where(
                        AuditEntries.WORKSPACE_ID.eq(workspaceId),
                        AuditEntries.EVENT_ID.isNotNull(),
                        AuditEntries.OUTCOME.eq("accepted"),
                        named)
                .limit(MOST));
    }

    private static AuditEntry entry(Record row) {
        return ActivityJson.read(row.get(AuditEntries.ENTRY));
    }

    private static RuntimeException nothing() {
        return Problem.of(ProblemType.NOT_FOUND, "Nothing like that was done in this workspace")
                .exception();
    }
}
