package dev.almanac.api.http;

import dev.almanac.api.accept.FilterRequests;
import dev.almanac.api.filter.read.Asker;
import dev.almanac.api.security.Caller;
import dev.almanac.schemas.command.DeleteFilter;
import java.time.ZoneOffset;
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

/** Changes to the filters that the caller saved. */
@RestController
@RequestMapping(path = "/api/v1/workspaces/{workspace}/filters", produces = MediaTypes.JSON)
class FilterCommandController {
    private final CommandRunner runner;

    FilterCommandController(CommandRunner runner) {
        this.runner = runner;
    }

    @PostMapping(consumes = MediaTypes.JSON)
    Mono<ResponseEntity<byte[]>> create(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID workspace,
            @RequestBody byte[] body,
            ServerHttpRequest http) {
        var incoming = Incoming.of(caller, http, body);
        return runner.run(incoming, workspace, FilterRequests.create(incoming.body(), runner::newId, asker(caller)))
                .map(CommandAnswers::created);
    }

    @PatchMapping(path = "/{filter}", consumes = MediaTypes.MERGE_PATCH)
    Mono<ResponseEntity<byte[]>> patch(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID workspace,
            @PathVariable UUID filter,
            @RequestBody byte[] body,
            ServerHttpRequest http) {
        var incoming = Incoming.of(caller, http, body);
        return runner.runIfMatch(incoming, workspace, FilterRequests.patch(filter, incoming.body(), asker(caller)))
                .map(CommandAnswers::changed);
    }

    @DeleteMapping("/{filter}")
    Mono<ResponseEntity<byte[]>> delete(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID workspace,
            @PathVariable UUID filter,
            ServerHttpRequest http) {
        return runner.runIfMatch(Incoming.of(caller, http), workspace, new DeleteFilter(filter))
                .map(CommandAnswers::changed);
    }

    /** Whether a filter can be understood depends on nobody's zone. */
    private Asker asker(Caller caller) {
        return new Asker(caller.userId(), ZoneOffset.UTC, runner.now());
    }
}
