package dev.almanac.api.http;

import dev.almanac.api.accept.CommentRequests;
import dev.almanac.api.security.Caller;
import dev.almanac.schemas.command.DeleteComment;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Changes to what is said about tasks. */
@RestController
@RequestMapping(path = "/api/v1/workspaces/{workspace}/tasks/{task}/comments", produces = MediaTypes.JSON)
class CommentCommandController {
    private final CommandRunner runner;

    CommentCommandController(CommandRunner runner) {
        this.runner = runner;
    }

    @PostMapping(consumes = MediaTypes.JSON)
    Mono<ResponseEntity<byte[]>> add(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID workspace,
            @PathVariable UUID task,
            @RequestBody byte[] body,
            ServerHttpRequest http) {
        var incoming = Incoming.of(caller, http, body);
        return runner.run(incoming, workspace, CommentRequests.add(task, incoming.body(), runner::newId))
                .map(CommandAnswers::created);
    }

    @PatchMapping(path = "/{comment}", consumes = MediaTypes.MERGE_PATCH)
    Mono<ResponseEntity<byte[]>> edit(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID workspace,
            @PathVariable UUID task,
            @PathVariable UUID comment,
            @RequestBody byte[] body,
            ServerHttpRequest http) {
        var incoming = Incoming.of(caller, http, body);
        return runner.runIfMatch(incoming, workspace, CommentRequests.edit(task, comment, incoming.body()))
                .map(CommandAnswers::changed);
    }

    @DeleteMapping("/{comment}")
    Mono<ResponseEntity<byte[]>> delete(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID workspace,
            @PathVariable UUID task,
            @PathVariable UUID comment,
            ServerHttpRequest http) {
        return runner.runIfMatch(Incoming.of(caller, http), workspace, new DeleteComment(comment, task))
                .map(CommandAnswers::changed);
    }
}
