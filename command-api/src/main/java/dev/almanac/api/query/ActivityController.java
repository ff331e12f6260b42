package dev.almanac.api.query;

import static org.jooq.impl.DSL.select;

import dev.almanac.api.accept.Parameters;
import dev.almanac.api.read.Items;
import dev.almanac.api.read.Seen;
import dev.almanac.api.read.Tables.AuditEntries;
import dev.almanac.api.read.Tables.Tasks;
import dev.almanac.api.security.Caller;
import dev.almanac.api.sync.SyncToken;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Record;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Lists what was done in a workspace or with one of its tasks, and what was refused, the latest first. */
@RestController
class ActivityController {
    private static final int USUAL_LIMIT = 50;
    private static final List<Key<?>> ORDER = List.of(
            Key.time(AuditEntries.AT, true),
            Key.number(AuditEntries.SEQ, true),
            Key.id(AuditEntries.COMMAND_ID, true),
            Key.index(AuditEntries.OPERATION, true));

    private final MemberReads reads;

    ActivityController(MemberReads reads) {
        this.reads = reads;
    }

    @GetMapping(path = "/api/v1/workspaces/{workspaceId}/activity", produces = "application/json")
    Mono<ResponseEntity<byte[]>> ofWorkspace(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID workspaceId,
            @RequestParam MultiValueMap<String, String> query,
            @RequestHeader HttpHeaders headers) {
        var asked = Asked.of(workspaceId.toString(), AuditEntries.WORKSPACE_ID.eq(workspaceId), query, caller);
        return rows(workspaceId, caller, headers, asked).map(asked::answer);
    }

    @GetMapping(path = "/api/v1/workspaces/{workspaceId}/tasks/{taskId}/activity", produces = "application/json")
    Mono<ResponseEntity<byte[]>> ofTask(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID workspaceId,
            @PathVariable UUID taskId,
            @RequestParam MultiValueMap<String, String> query,
            @RequestHeader HttpHeaders headers) {
        var ofTask = AuditEntries.WORKSPACE_ID.eq(workspaceId).and(AuditEntries.TASK_ID.eq(taskId));
        var asked = Asked.of(workspaceId + "/" + taskId, ofTask, query, caller);
        return rows(workspaceId, caller, headers, asked)
                .flatMap(seen -> seen.value().isEmpty()
                        ? reads.row(workspaceId, caller.userId(), seen.seq(), task(workspaceId, taskId))
                                .thenReturn(seen)
                        : Mono.just(seen))
                .map(asked::answer);
    }

    private Mono<Seen<List<Record>>> rows(UUID workspaceId, Caller caller, HttpHeaders headers, Asked asked) {
        return reads.activity(workspaceId, caller.userId(), SyncToken.of(headers), asked.items());
    }

    /** Also one in the trash, and of a task that is gone its activity remains. */
    private static Items task(UUID workspaceId, UUID taskId) {
        return Items.one(select(Tasks.ID.as("id"))
                .from(Tasks.TABLE)
                .where(Tasks.WORKSPACE_ID.eq(workspaceId), Tasks.ID.eq(taskId)));
    }

    /** One page, as it was asked for. */
    private record Asked(Keyset entries, int limit, Items items) {
        static Asked of(String name, Condition which, MultiValueMap<String, String> query, Caller caller) {
            var parameters = new Parameters(query, ActivityFilter.PARAMETERS);
            var filter = ActivityFilter.of(parameters, caller.userId());
            var limit = parameters.limit(USUAL_LIMIT);
            var entries = new Keyset(
                    "activity/" + name + "/" + filter,
                    AuditEntries.TABLE,
                    AuditEntries.COMMAND_ID,
                    List.of(AuditEntries.ENTRY),
                    which.and(filter.condition()).and(ActivityFilter.visibleTo(caller.userId())),
                    ORDER);
            return new Asked(entries, limit, entries.items(limit, parameters.text("cursor")));
        }

        ResponseEntity<byte[]> answer(Seen<List<Record>> seen) {
            return Answers.page(seen.map(
                    rows -> entries.page(rows, limit, row -> ActivityJson.render(row.get(AuditEntries.ENTRY)))));
        }
    }
}
