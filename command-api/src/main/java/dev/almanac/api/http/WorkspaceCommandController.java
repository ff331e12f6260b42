package dev.almanac.api.http;

import dev.almanac.api.accept.WorkspaceRequests;
import dev.almanac.api.security.Caller;
import dev.almanac.schemas.command.RemoveMember;
import dev.almanac.schemas.id.Ids;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Changes to workspaces and to who may use them. */
@RestController
@RequestMapping(path = "/api/v1/workspaces", produces = MediaTypes.JSON)
class WorkspaceCommandController {
    private final CommandRunner runner;

    WorkspaceCommandController(CommandRunner runner) {
        this.runner = runner;
    }

    @PostMapping(consumes = MediaTypes.JSON)
    Mono<ResponseEntity<byte[]>> create(
            @AuthenticationPrincipal Caller caller, @RequestBody byte[] body, ServerHttpRequest http) {
        var incoming = Incoming.of(caller, http, body);
        // A retry has to reach the same workspace, since there the first try is remembered.
        var id = incoming.idempotencyKey()
                .map(key -> Ids.workspace(caller.userId(), key.key()))
                .orElseGet(runner::newId);
        return runner.run(incoming, id, WorkspaceRequests.create(id, incoming.body()))
                .map(CommandAnswers::created);
    }

    @PatchMapping(path = "/{workspace}", consumes = MediaTypes.MERGE_PATCH)
    Mono<ResponseEntity<byte[]>> patch(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID workspace,
            @RequestBody byte[] body,
            ServerHttpRequest http) {
        var incoming = Incoming.of(caller, http, body);
        return runner.runIfMatch(incoming, workspace, WorkspaceRequests.patch(incoming.body()))
                .map(CommandAnswers::changed);
    }

    @PutMapping(path = "/{workspace}/members/{user}", consumes = MediaTypes.JSON)
    Mono<ResponseEntity<byte[]>> setMember(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID workspace,
            @PathVariable UUID user,
            @RequestBody byte[] body,
            ServerHttpRequest http) {
        var incoming = Incoming.of(caller, http, body);
        return runner.runIfMatch(incoming, workspace, WorkspaceRequests.member(user, incoming.body()))
                .map(CommandAnswers::changed);
    }

    @DeleteMapping("/{workspace}/members/{user}")
    Mono<ResponseEntity<byte[]>> removeMember(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID workspace,
            @PathVariable UUID user,
            ServerHttpRequest http) {
        return runner.runIfMatch(Incoming.of(caller, http), workspace, new RemoveMember(user))
                .map(CommandAnswers::changed);
    }
}
