package dev.almanac.api.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.almanac.api.accept.FilteredEdit;
import dev.almanac.api.dispatch.Dispatched;
import dev.almanac.api.problem.Problem;
import dev.almanac.api.problem.ProblemType;
import dev.almanac.api.read.Seen;
import dev.almanac.api.security.Caller;
import dev.almanac.api.sync.SyncToken;
import dev.almanac.schemas.command.Idempotency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** One change to every task that a filter means, a portion at a time. */
@RestController
class FilteredEditController {
    private static final int MOST_TASKS = 1_000;
    private static final int PORTION = 100;

    private final CommandRunner runner;
    private final FilteredTasks tasks;

    FilteredEditController(CommandRunner runner, FilteredTasks tasks) {
        this.runner = runner;
        this.tasks = tasks;
    }

    @PostMapping(
            path = "/api/v1/workspaces/{workspace}/edit-by-filter",
            consumes = MediaTypes.JSON,
            produces = MediaTypes.JSON)
    Mono<ResponseEntity<byte[]>> edit(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID workspace,
            @RequestBody byte[] body,
            ServerHttpRequest http) {
        var incoming = Incoming.of(caller, http, body);
        var edit = FilteredEdit.read(incoming.body(), runner::newId);
        var idempotency = incoming.idempotency();
        return tasks.ids(
                        workspace,
                        caller.userId(),
                        edit.filter(),
                        FilteredEdit.FILTER_POINTER,
                        SyncToken.of(http.getHeaders()),
                        MOST_TASKS + 1)
                .flatMap(seen -> {
                    if (edit.dryRun()) {
                        return Mono.just(FilteredEditAnswers.wouldChange(seen, MOST_TASKS));
                    }
                    if (seen.value().size() > MOST_TASKS) {
                        return Mono.error(tooMany());
                    }
                    return apply(incoming, workspace, edit, idempotency, seen);
                });
    }

    /** The next portion only follows one that was answered, so that nothing overtakes and nothing is done in the dark. */
    private Mono<ResponseEntity<byte[]>> apply(
            Incoming incoming,
            UUID workspace,
            FilteredEdit edit,
            Optional<Idempotency> idempotency,
            Seen<List<UUID>> seen) {
        var portions = portions(seen.value());
        return Flux.fromIterable(portions)
                .concatMap(
                        portion -> runner.run(
                                incoming,
                                workspace,
                                idempotency.map(promise -> ofPortion(promise, portion)),
                                false,
                                portion.stream().map(edit::with).toList()),
                        0)
                .takeUntil(dispatched -> dispatched instanceof Dispatched.Pending)
                .collectList()
                .map(done -> FilteredEditAnswers.changed(seen, portions, done));
    }

    private static List<List<UUID>> portions(List<UUID> ids) {
        return IntStream.iterate(0, begin -> begin < ids.size(), begin -> begin + PORTION)
                .mapToObj(begin -> ids.subList(begin, Math.min(ids.size(), begin + PORTION)))
                .toList();
    }

    /** Of the same tasks the same, so that a request that is sent again does nothing twice, and what is left. */
    private static Idempotency ofPortion(Idempotency whole, List<UUID> portion) {
        var key = UUID.nameUUIDFromBytes((whole.getKey() + portion).getBytes(UTF_8));
        return new Idempotency(key.toString(), whole.getFingerprint());
    }

    private static RuntimeException tooMany() {
        return Problem.of(
                        ProblemType.LIMIT_EXCEEDED,
                        "The filter means more than %,d tasks: narrow it down".formatted(MOST_TASKS))
                .exception();
    }
}
