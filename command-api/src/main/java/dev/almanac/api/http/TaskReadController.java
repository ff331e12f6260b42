package dev.almanac.api.http;

import dev.almanac.api.accept.Parameters;
import dev.almanac.api.interactive.TaskReads;
import dev.almanac.api.security.Caller;
import dev.almanac.api.sync.SyncToken;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Reads of one task, and of what its series goes on with, as the topology knows them. */
@RestController
class TaskReadController {
    private static final int USUAL_OCCURRENCES = 10;

    private final TaskReads reads;

    TaskReadController(TaskReads reads) {
        this.reads = reads;
    }

    /** {@code If-None-Match} is answered by the framework, from the entity tag. */
    @GetMapping(path = "/api/v1/workspaces/{workspace}/tasks/{task}", produces = MediaTypes.JSON)
    Mono<ResponseEntity<byte[]>> task(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID workspace,
            @PathVariable UUID task,
            ServerHttpRequest http) {
        Parameters.refuseAny(http.getQueryParams());
        return reads.task(workspace, task, caller.userId(), SyncToken.of(http.getHeaders()))
                .map(TaskReadController::answer);
    }

    private static ResponseEntity<byte[]> answer(ResponseEntity<byte[]> task) {
        return ResponseEntity.ok()
                .headers(task.getHeaders())
                .cacheControl(CacheControl.noCache().cachePrivate())
                .body(task.getBody());
    }

    @GetMapping(path = "/api/v1/workspaces/{workspace}/tasks/{task}/occurrences", produces = MediaTypes.JSON)
    Mono<ResponseEntity<byte[]>> occurrences(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID workspace,
            @PathVariable UUID task,
            @RequestParam MultiValueMap<String, String> query,
            ServerHttpRequest http) {
        var limit = new Parameters(query, Set.of("limit")).limit(USUAL_OCCURRENCES);
        return reads.occurrences(workspace, task, caller.userId(), limit, SyncToken.of(http.getHeaders()));
    }
}
