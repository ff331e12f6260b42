package dev.almanac.topology.query;

import dev.almanac.topology.store.activity.Moment;
import dev.almanac.topology.store.activity.StoredActivity;
import dev.almanac.topology.store.activity.StoredCounts;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/**
 * What was done in the workspaces: of the internal API, {@code /internal/v1}. The store behind it knows no members, so
 * whoever asks sees to it that the user may know.
 */
@RestController
@RequestMapping("/internal/v1/workspaces/{workspace}")
final class ActivityQueryController {
    private static final int MOST_COUNTS = 10_000;

    private final WorkspaceReads<StoredActivity> activity;
    private final WorkspaceReads<StoredCounts> counts;

    ActivityQueryController(WorkspaceReads<StoredActivity> activity, WorkspaceReads<StoredCounts> counts) {
        this.activity = activity;
        this.counts = counts;
    }

    @GetMapping("/activity")
    Mono<ResponseEntity<byte[]>> ofWorkspace(
            @PathVariable UUID workspace,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String before,
            ServerHttpRequest request) {
        Optional<Moment> end = Optional.ofNullable(before).map(ActivityQueries::moment);
        int most = PageLimit.of(limit);
        return activity.answer(
                ReadRequest.of(workspace, request, found -> ActivityQueries.ofWorkspace(found, end, most)));
    }

    @GetMapping("/tasks/{id}/activity")
    Mono<ResponseEntity<byte[]>> ofTask(
            @PathVariable UUID workspace,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String before,
            ServerHttpRequest request) {
        Optional<Moment> end = Optional.ofNullable(before).map(ActivityQueries::moment);
        int most = PageLimit.of(limit);
        return activity.answer(
                ReadRequest.of(workspace, request, found -> ActivityQueries.ofTask(found, id, end, most)));
    }

    @GetMapping("/stats")
    Mono<ResponseEntity<byte[]>> stats(
            @PathVariable UUID workspace,
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            ServerHttpRequest request) {
        return counts.answer(
                ReadRequest.of(workspace, request, found -> ActivityQueries.stats(found, from, to, MOST_COUNTS)));
    }
}
