package dev.almanac.api.http;

import dev.almanac.api.accept.BatchRequest;
import dev.almanac.api.security.Caller;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Many changes to tasks in one request. */
@RestController
class BatchController {
    private final CommandRunner runner;

    BatchController(CommandRunner runner) {
        this.runner = runner;
    }

    @PostMapping(path = "/api/v1/workspaces/{workspace}/batch", consumes = MediaTypes.JSON, produces = MediaTypes.JSON)
    Mono<ResponseEntity<byte[]>> batch(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID workspace,
            @RequestBody byte[] body,
            ServerHttpRequest http) {
        var incoming = Incoming.of(caller, http, body);
        var batch = BatchRequest.read(incoming.body(), runner::newId);
        var operations =
                batch.operations().stream().map(BatchRequest.Item::operation).toList();
        return runner.run(incoming, workspace, batch.atomic(), operations)
                .map(dispatched -> CommandAnswers.batch(dispatched, batch));
    }
}
