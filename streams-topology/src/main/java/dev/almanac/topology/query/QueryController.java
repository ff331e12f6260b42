package dev.almanac.topology.query;

import dev.almanac.topology.store.StoredWorkspace;
import java.net.URI;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebInputException;
import reactor.core.publisher.Mono;

/** The internal API, {@code /internal/v1}. */
@RestController
@RequestMapping("/internal/v1")
final class QueryController {
    private static final int LARGEST_PAGE = 200;

    private final WorkspaceReads reads;
    private final TopologyOverview overview;

    QueryController(WorkspaceReads reads, TopologyOverview overview) {
        this.reads = reads;
        this.overview = overview;
    }

    @GetMapping("/workspaces/{workspace}/tasks/{id}")
    Mono<ResponseEntity<byte[]>> task(
            @PathVariable UUID workspace, @PathVariable UUID id, @RequestParam UUID user, ServerHttpRequest request) {
        return answer(workspace, request, state -> TaskQueries.task(state, user, id));
    }

    @GetMapping("/workspaces/{workspace}/tasks")
    Mono<ResponseEntity<byte[]>> tasks(
            @PathVariable UUID workspace,
            @RequestParam UUID user,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable UUID after,
            ServerHttpRequest request) {
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw new ServerWebInputException("limit must be from 1 to " + LARGEST_PAGE);
        }
        return answer(workspace, request, state -> TaskQueries.tasks(state, user, after, limit));
    }

    @GetMapping("/topology")
    Mono<TopologyOverview.View> topology() {
        return overview.view();
    }

    private Mono<ResponseEntity<byte[]>> answer(
            UUID workspace, ServerHttpRequest request, Function<StoredWorkspace, Answer> find) {
        URI uri = request.getURI();
        String target = uri.getRawQuery() == null ? uri.getRawPath() : uri.getRawPath() + "?" + uri.getRawQuery();
        boolean forwarded = request.getHeaders().containsHeader(Headers.FORWARDED);
        return reads.answer(new ReadRequest(workspace, target, syncToken(request), forwarded, find));
    }

    private static long syncToken(ServerHttpRequest request) {
        String token = request.getHeaders().getFirst(Headers.SYNC_TOKEN);
        if (token == null) {
            return 0;
        }
        try {
            return Long.parseLong(token);
        } catch (NumberFormatException e) {
            throw new ServerWebInputException("Sync-Token must be a number", null, e);
        }
    }
}
