package dev.almanac.topology.query;

import dev.almanac.topology.store.ReminderPlace;
import dev.almanac.topology.store.StoredWorkspace;
import java.time.Clock;
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

/** What the workspaces hold: of the internal API, {@code /internal/v1}. */
@RestController
@RequestMapping("/internal/v1")
final class QueryController {
    private final WorkspaceReads<StoredWorkspace> reads;
    private final Clock clock;

    /** @param clock by which it is told what is still to come */
    QueryController(WorkspaceReads<StoredWorkspace> reads, Clock clock) {
        this.reads = reads;
        this.clock = clock;
    }

    @GetMapping("/workspaces/{workspace}/tasks/{id}")
    Mono<ResponseEntity<byte[]>> task(
            @PathVariable UUID workspace, @PathVariable UUID id, @RequestParam UUID user, ServerHttpRequest request) {
        return answer(workspace, request, state -> TaskQueries.task(state, user, id));
    }

    @GetMapping("/workspaces/{workspace}/tasks/{id}/occurrences")
    Mono<ResponseEntity<byte[]>> occurrences(
            @PathVariable UUID workspace,
            @PathVariable UUID id,
            @RequestParam UUID user,
            @RequestParam(defaultValue = "10") int limit,
            ServerHttpRequest request) {
        int most = PageLimit.of(limit);
        return answer(workspace, request, state -> SeriesQueries.occurrences(state, user, id, clock.instant(), most));
    }

    @GetMapping("/workspaces/{workspace}/tasks")
    Mono<ResponseEntity<byte[]>> tasks(
            @PathVariable UUID workspace,
            @RequestParam UUID user,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable UUID after,
            ServerHttpRequest request) {
        int most = PageLimit.of(limit);
        return answer(workspace, request, state -> TaskQueries.tasks(state, user, after, most));
    }

    @GetMapping("/workspaces/{workspace}/reminders")
    Mono<ResponseEntity<byte[]>> pendingReminders(
            @PathVariable UUID workspace,
            @RequestParam UUID user,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String after,
            ServerHttpRequest request) {
        int most = PageLimit.of(limit);
        ReminderPlace place = after == null ? null : place(after);
        return answer(workspace, request, state -> ReminderQueries.pending(state, user, place, most));
    }

    private static ReminderPlace place(String after) {
        try {
            return ReminderPlace.read(after);
        } catch (IllegalArgumentException e) {
            throw new ServerWebInputException("after must be a next of the page before", null, e);
        }
    }

    private Mono<ResponseEntity<byte[]>> answer(
            UUID workspace, ServerHttpRequest request, Function<StoredWorkspace, Answer> find) {
        return reads.answer(ReadRequest.of(workspace, request, find));
    }
}
