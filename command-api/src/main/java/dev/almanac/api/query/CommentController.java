package dev.almanac.api.query;

import static org.jooq.impl.DSL.select;

import dev.almanac.api.accept.Parameters;
import dev.almanac.api.read.Items;
import dev.almanac.api.read.Tables.Comments;
import dev.almanac.api.read.Tables.Tasks;
import dev.almanac.api.security.Caller;
import dev.almanac.api.sync.SyncToken;
import java.util.List;
import java.util.Set;
import java.util.UUID;
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

/** Lists what was said about a task, the oldest first. */
@RestController
class CommentController {
    private static final Set<String> PARAMETERS = Set.of("limit", "cursor");
    private static final int USUAL_LIMIT = 50;
    private static final List<Key<?>> ORDER = List.of(Key.time(Comments.CREATED_AT, false), Key.id(Comments.ID, false));

    private final MemberReads reads;

    CommentController(MemberReads reads) {
        this.reads = reads;
    }

    @GetMapping(path = "/api/v1/workspaces/{workspaceId}/tasks/{taskId}/comments", produces = "application/json")
    Mono<ResponseEntity<byte[]>> comments(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID workspaceId,
            @PathVariable UUID taskId,
            @RequestParam MultiValueMap<String, String> query,
            @RequestHeader HttpHeaders headers) {
        var parameters = new Parameters(query, PARAMETERS);
        var limit = parameters.limit(USUAL_LIMIT);
        var comments = new Keyset(
                "comments/" + workspaceId + "/" + taskId,
                Comments.TABLE,
                Comments.ID,
                List.of(Comments.STATE),
                Comments.WORKSPACE_ID.eq(workspaceId).and(Comments.TASK_ID.eq(taskId)),
                ORDER);
        var items = comments.items(limit, parameters.text("cursor"));
        return reads.row(workspaceId, caller.userId(), SyncToken.of(headers), taskOutsideTheTrash(workspaceId, taskId))
                .flatMap(task -> reads.rows(workspaceId, caller.userId(), task.seq(), items))
                .map(seen -> Answers.page(seen.map(rows -> comments.page(
                        rows, limit, row -> row.get(Comments.STATE).data()))));
    }

    private static Items taskOutsideTheTrash(UUID workspaceId, UUID taskId) {
        return Items.one(select(Tasks.ID.as("id"))
                .from(Tasks.TABLE)
                .where(Tasks.WORKSPACE_ID.eq(workspaceId), Tasks.ID.eq(taskId), Tasks.DELETED_AT.isNull()));
    }
}
