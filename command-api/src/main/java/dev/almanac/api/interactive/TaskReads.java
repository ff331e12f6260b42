package dev.almanac.api.interactive;

import dev.almanac.api.problem.Problem;
import dev.almanac.api.problem.ProblemException;
import dev.almanac.api.problem.ProblemType;
import dev.almanac.api.sync.SyncToken;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import org.springframework.web.util.UriBuilder;
import reactor.core.publisher.Mono;

/** Reads single tasks and pending reminders from the topology's own state, by its internal API. */
@Component
public class TaskReads {
    private static final Logger log = LoggerFactory.getLogger(TaskReads.class);
    private static final String PATH = "/internal/v1/workspaces/{workspace}/tasks/{task}";
    /** A task's 64 KiB of notes are longer in JSON, in the worst case sixfold. */
    private static final int LARGEST_TASK = 1024 * 1024;

    private static final Duration RETRY = Duration.ofSeconds(1);

    private final WebClient topology;

    TaskReads(TopologySettings topology, InternalSettings internal) {
        this.topology = TopologyHttp.client(topology, internal, LARGEST_TASK);
    }

    /**
     * The task with its version as entity tag and the seq that it shows as sync token.
     *
     * @param syncToken the seq that the answer must show; 0 where any will do
     * @return fails with a problem: {@code not-found} where there is no such task for this user, {@code sync-timeout}
     *     where the seq was not reached in time, {@code unavailable} where nobody could answer
     */
    public Mono<ResponseEntity<byte[]>> task(UUID workspace, UUID task, UUID user, long syncToken) {
        return ask(uri -> uri.path(PATH).queryParam("user", user).build(workspace, task), syncToken);
    }

    /**
     * A page of the workspace's reminders that are set, the earliest first, with the seq that it shows as sync token.
     *
     * @param after the {@code next} of the page before; empty for the first
     * @param syncToken as for a task
     * @return fails as a task does, and with {@code validation} where {@code after} is no such
     */
    public Mono<ResponseEntity<byte[]>> pendingReminders(
            UUID workspace, UUID user, int limit, Optional<String> after, long syncToken) {
        return ask(
                uri -> uri.path("/internal/v1/workspaces/{workspace}/reminders")
                        .queryParam("user", user)
                        .queryParam("limit", limit)
                        .queryParamIfPresent("after", after)
                        .build(workspace),
                syncToken);
    }

    private Mono<ResponseEntity<byte[]>> ask(Function<UriBuilder, URI> target, long syncToken) {
        return topology.get()
                .uri(target)
                .headers(headers -> headers.set(SyncToken.HEADER, Long.toString(syncToken)))
                .exchangeToMono(response -> {
                    var status = response.statusCode();
                    return status.value() == HttpStatus.OK.value()
                            ? response.toEntity(byte[].class)
                            : response.releaseBody().then(Mono.error(problem(status.value(), syncToken)));
                })
                .onErrorMap(WebClientRequestException.class, failure -> {
                    log.warn("The topology could not be asked: {}", failure.getMessage());
                    return unavailable();
                });
    }

    private static RuntimeException problem(int status, long syncToken) {
        return switch (HttpStatus.resolve(status)) {
            case NOT_FOUND ->
                Problem.of(ProblemType.NOT_FOUND, "There is no such task or workspace")
                        .exception();
            case BAD_REQUEST ->
                Problem.of(ProblemType.VALIDATION, "cursor: expected the 'next' of an answer to the same call")
                        .exception();
            case SERVICE_UNAVAILABLE ->
                syncToken > 0
                        ? Problem.temporary(
                                        ProblemType.SYNC_TIMEOUT,
                                        "The change that you ask to see has not arrived",
                                        RETRY)
                                .exception()
                        : unavailable();
            case null, default -> new IllegalStateException("The topology answered " + status);
        };
    }

    private static ProblemException unavailable() {
        return Problem.temporary(ProblemType.UNAVAILABLE, "The task can't be read at the moment", RETRY)
                .exception();
    }
}
