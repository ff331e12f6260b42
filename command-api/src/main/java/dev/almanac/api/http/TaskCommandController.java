package dev.almanac.api.http;

import dev.almanac.api.accept.EditScopes;
import dev.almanac.api.accept.TaskRequests;
import dev.almanac.api.security.Caller;
import dev.almanac.schemas.command.CancelTask;
import dev.almanac.schemas.command.CompleteTask;
import dev.almanac.schemas.command.DeleteTask;
import dev.almanac.schemas.command.ReopenTask;
import dev.almanac.schemas.command.RestoreTask;
import dev.almanac.schemas.command.SkipTask;
import java.util.Set;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
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

/** Changes to tasks. */
@RestController
@RequestMapping(path = "/api/v1/workspaces/{workspace}/tasks", produces = MediaTypes.JSON)
class TaskCommandController {
    private final CommandRunner runner;

    TaskCommandController(CommandRunner runner) {
        this.runner = runner;
    }

    @PostMapping(consumes = MediaTypes.JSON)
    Mono<ResponseEntity<byte[]>> create(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID workspace,
            @RequestBody byte[] body,
            ServerHttpRequest http) {
        var incoming = Incoming.of(caller, http, body);
        return runner.run(incoming, workspace, TaskRequests.create(incoming.body(), runner::newId))
                .map(CommandAnswers::created);
    }

    @PatchMapping(path = "/{task}", consumes = MediaTypes.MERGE_PATCH)
    Mono<ResponseEntity<byte[]>> patch(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID workspace,
            @PathVariable UUID task,
            @RequestBody byte[] body,
            ServerHttpRequest http) {
        var incoming = Incoming.of(caller, http, body, Set.of(EditScopes.NAME));
        var scope = EditScopes.of(incoming.parameters());
        return change(incoming, workspace, TaskRequests.patch(task, incoming.body(), scope, runner::newId));
    }

    @PostMapping(path = "/{task}/move", consumes = MediaTypes.JSON)
    Mono<ResponseEntity<byte[]>> move(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID workspace,
            @PathVariable UUID task,
            @RequestBody byte[] body,
            ServerHttpRequest http) {
        var incoming = Incoming.of(caller, http, body);
        return change(incoming, workspace, TaskRequests.move(task, incoming.body()));
    }

    @PostMapping("/{task}/complete")
    Mono<ResponseEntity<byte[]>> complete(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID workspace,
            @PathVariable UUID task,
            ServerHttpRequest http) {
        return change(Incoming.of(caller, http), workspace, new CompleteTask(task));
    }

    @PostMapping("/{task}/reopen")
    Mono<ResponseEntity<byte[]>> reopen(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID workspace,
            @PathVariable UUID task,
            ServerHttpRequest http) {
        return change(Incoming.of(caller, http), workspace, new ReopenTask(task));
    }

    @PostMapping("/{task}/cancel")
    Mono<ResponseEntity<byte[]>> cancel(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID workspace,
            @PathVariable UUID task,
            ServerHttpRequest http) {
        return change(Incoming.of(caller, http), workspace, new CancelTask(task));
    }

    @PostMapping("/{task}/restore")
    Mono<ResponseEntity<byte[]>> restore(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID workspace,
            @PathVariable UUID task,
            ServerHttpRequest http) {
        return change(Incoming.of(caller, http), workspace, new RestoreTask(task));
    }

    @PostMapping("/{task}/skip")
    Mono<ResponseEntity<byte[]>> skip(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID workspace,
            @PathVariable UUID task,
            ServerHttpRequest http) {
        return change(Incoming.of(caller, http), workspace, new SkipTask(task));
    }

    @DeleteMapping("/{task}")
    Mono<ResponseEntity<byte[]>> delete(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID workspace,
            @PathVariable UUID task,
            ServerHttpRequest http) {
        return change(Incoming.of(caller, http), workspace, new DeleteTask(task));
    }

    private Mono<ResponseEntity<byte[]>> change(Incoming incoming, UUID workspace, SpecificRecord action) {
        return runner.runIfMatch(incoming, workspace, action).map(CommandAnswers::changed);
    }
}
