package dev.almanac.api.query;

import static org.jooq.impl.DSL.noCondition;

import dev.almanac.api.accept.Parameters;
import dev.almanac.api.filter.Filter;
import dev.almanac.api.filter.select.Conditions;
import dev.almanac.api.read.Tables.Tasks;
import dev.almanac.api.security.Caller;
import dev.almanac.api.sync.SyncToken;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
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

/** Lists the tasks of a workspace that a filter means, or of those in its trash. */
@RestController
class TaskController {
    private static final Set<String> PARAMETERS = Set.of("filter", "trash", "sort", "limit", "cursor");
    private static final int USUAL_LIMIT = 50;
    private static final String USUAL_ORDER = "position";
    private static final String USUAL_ORDER_IN_TRASH = "-updated";

    private final MemberReads reads;
    private final FilterParameter filters;

    TaskController(MemberReads reads, FilterParameter filters) {
        this.reads = reads;
        this.filters = filters;
    }

    @GetMapping(path = "/api/v1/workspaces/{workspaceId}/tasks", produces = "application/json")
    Mono<ResponseEntity<byte[]>> tasks(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID workspaceId,
            @RequestParam MultiValueMap<String, String> query,
            @RequestHeader HttpHeaders headers) {
        var parameters = new Parameters(query, PARAMETERS);
        var trash = parameters.flag("trash");
        var sort = parameters.text("sort").orElse(trash ? USUAL_ORDER_IN_TRASH : USUAL_ORDER);
        var limit = parameters.limit(USUAL_LIMIT);
        var order = TaskOrder.parse(sort);
        var cursor = parameters.text("cursor");
        var atLeast = SyncToken.of(headers);
        var list = "tasks/%s/%b/%s/%s".formatted(workspaceId, trash, sort, parameters.text("filter"));
        return filters.read(parameters, caller.userId())
                .map(filter -> new Keyset(
                        list, Tasks.TABLE, Tasks.ID, List.of(Tasks.STATE), which(workspaceId, trash, filter), order))
                .flatMap(tasks -> reads.rows(workspaceId, caller.userId(), atLeast, tasks.items(limit, cursor))
                        .map(seen -> Answers.page(seen.map(rows -> tasks.page(
                                rows, limit, row -> row.get(Tasks.STATE).data())))));
    }

    private static Condition which(UUID workspaceId, boolean trash, Optional<Filter> filter) {
        return Tasks.WORKSPACE_ID
                .eq(workspaceId)
                .and(trash ? Tasks.DELETED_AT.isNotNull() : Tasks.DELETED_AT.isNull())
                .and(filter.map(new Conditions(workspaceId)::of).orElse(noCondition()));
    }
}
