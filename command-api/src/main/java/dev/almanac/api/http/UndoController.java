package dev.almanac.api.http;

import dev.almanac.api.accept.UndoOperations;
import dev.almanac.api.accept.UndoRequest;
import dev.almanac.api.security.Caller;
import dev.almanac.api.sync.SyncToken;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/**
 * Takes back what was done, all of it or nothing. What that was the audit log tells; with a {@code Sync-Token} it is waited
 * for, so that what was done a moment ago can be taken back.
 */
@RestController
class UndoController {
    private final CommandRunner runner;
    private final RecordedActions actions;

    UndoController(CommandRunner runner, RecordedActions actions) {
        this.runner = runner;
        this.actions = actions;
    }

    @PostMapping(path = "/api/v1/workspaces/{workspace}/undo", consumes = MediaTypes.JSON, produces = MediaTypes.JSON)
    Mono<ResponseEntity<byte[]>> undo(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID workspace,
            @RequestBody byte[] body,
            ServerHttpRequest http) {
        var incoming = Incoming.of(caller, http, body);
        var asked = UndoRequest.read(incoming.body());
        return actions.of(workspace, caller.userId(), SyncToken.of(http.getHeaders()), asked)
                .flatMap(done -> runner.run(incoming, workspace, true, UndoOperations.of(done)))
                .map(CommandAnswers::undone);
    }
}
