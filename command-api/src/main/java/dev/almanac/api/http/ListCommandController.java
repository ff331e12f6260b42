package dev.almanac.api.http;

import dev.almanac.api.accept.ListRequests;
import dev.almanac.api.security.Caller;
import dev.almanac.schemas.command.DeleteList;
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

/** Changes to lists. */
@RestController
@RequestMapping(path = "/api/v1/workspaces/{workspace}/lists", produces = MediaTypes.JSON)
class ListCommandController {
    private final CommandRunner runner;

    ListCommandController(CommandRunner runner) {
        this.runner = runner;
    }

    @PostMapping(consumes = MediaTypes.JSON)
    Mono<ResponseEntity<byte[]>> create(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID workspace,
            @RequestBody byte[] body,
            ServerHttpRequest http) {
        var incoming = Incoming.of(caller, http, body);
        return runner.run(incoming, workspace, ListRequests.create(incoming.body(), runner::newId))
                .map(CommandAnswers::created);
    }

    @PatchMapping(path = "/{list}", consumes = MediaTypes.MERGE_PATCH)
    Mono<ResponseEntity<byte[]>> patch(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID workspace,
            @PathVariable UUID list,
            @RequestBody byte[] body,
            ServerHttpRequest http) {
        var incoming = Incoming.of(caller, http, body);
        return runner.runIfMatch(incoming, workspace, ListRequests.patch(list, incoming.body()))
                .map(CommandAnswers::changed);
    }

    @DeleteMapping("/{list}")
    Mono<ResponseEntity<byte[]>> delete(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID workspace,
            @PathVariable UUID list,
            ServerHttpRequest http) {
        return runner.runIfMatch(Incoming.of(caller, http), workspace, new DeleteList(list))
                .map(CommandAnswers::changed);
    }
}
