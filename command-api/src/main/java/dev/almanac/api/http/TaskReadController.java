package dev.almanac.api.http;

import dev.almanac.api.accept.Parameters;
import dev.almanac.api.interactive.TaskReads;
import dev.almanac.api.security.Caller;
import dev.almanac.api.sync.SyncToken;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Reads of one task as the topology knows it. */
@RestController
class TaskReadController {
    private static final String READ_FROM = "Almanac-Read";

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
        var from = task.getHeaders();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noCache().cachePrivate())
                .headers(headers -> {
                    for (var name : new String[] {HttpHeaders.ETAG, SyncToken.HEADER, READ_FROM}) {
                        headers.addAll(name, from.getOrEmpty(name));
                    }
                })
                .body(task.getBody());
    }
}
