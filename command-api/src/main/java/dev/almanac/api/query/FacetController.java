package dev.almanac.api.query;

import dev.almanac.api.accept.Parameters;
import dev.almanac.api.security.Caller;
import dev.almanac.api.sync.SyncToken;
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

/** Counts the tasks that a filter means and that hold what is sought, by what they have. */
@RestController
class FacetController {
    private final MemberReads reads;
    private final AskedTasks tasks;
    private final FilterParameter filters;

    FacetController(MemberReads reads, AskedTasks tasks, FilterParameter filters) {
        this.reads = reads;
        this.tasks = tasks;
        this.filters = filters;
    }

    @GetMapping(path = "/api/v1/workspaces/{workspaceId}/task-facets", produces = "application/json")
    Mono<ResponseEntity<byte[]>> facets(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID workspaceId,
            @RequestParam MultiValueMap<String, String> query,
            @RequestHeader HttpHeaders headers) {
        var parameters = new Parameters(query, AskedTasks.PARAMETERS);
        var atLeast = SyncToken.of(headers);
        return Mono.zip(
                        tasks.read(parameters, workspaceId, caller.userId()),
                        filters.asker(caller.userId()),
                        Facets::new)
                .flatMap(facets -> reads.rows(workspaceId, caller.userId(), atLeast, facets.items()))
                .map(seen -> Answers.json(seen.map(Facets::render)));
    }
}
