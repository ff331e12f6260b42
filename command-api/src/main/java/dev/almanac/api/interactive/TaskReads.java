package dev.almanac.api.interactive;

import dev.almanac.api.problem.Problem;
import dev.almanac.api.problem.ProblemType;
import dev.almanac.api.sync.SyncToken;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.util.UriBuilder;
import reactor.core.publisher.Mono;

/** Reads single tasks, what their series go on with, and pending reminders from the topology's own state, by its internal API. */
@Component
public class TaskReads {
    private static final String PATH = "/internal/v1/workspaces/{workspace}/tasks/{task}";
    /** A task's 64 KiB of notes are longer in JSON, in the worst case sixfold. */
    private static final int LARGEST_TASK = 1024 * 1024;

    private static final List<String> PASSED_ON = List.of(HttpHeaders.ETAG, SyncToken.HEADER, "Almanac-Read");

    private final TopologyHttp topology;

    TaskReads(TopologySettings topology, InternalSettings internal) {
        this.topology = new TopologyHttp(topology, internal, LARGEST_TASK, "The task can't be read at the moment");
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

    /**
     * The occurrences that follow a task, with the seq that they show as sync token.
     *
     * @param syncToken as for a task
     * @return fails as a task does
     */
    public Mono<ResponseEntity<byte[]>> occurrences(UUID workspace, UUID task, UUID user, int limit, long syncToken) {
        return ask(
                uri -> uri.path(PATH + "/occurrences")
                        .queryParam("user", user)
                        .queryParam("limit", limit)
                        .build(workspace, task),
                syncToken);
    }

    private Mono<ResponseEntity<byte[]>> ask(Function<UriBuilder, URI> target, long syncToken) {
        return topology.ask(
                http -> http.get()
                        .uri(target)
                        .headers(headers -> headers.set(SyncToken.HEADER, Long.toString(syncToken))),
                response -> answer(response, syncToken));
    }

    private static Optional<Mono<ResponseEntity<byte[]>>> answer(ClientResponse response, long syncToken) {
        return switch (HttpStatus.resolve(response.statusCode().value())) {
            case OK -> Optional.of(response.toEntity(byte[].class).map(TaskReads::passedOn));
            case NOT_FOUND ->
                refused(response, Problem.of(ProblemType.NOT_FOUND, "There is no such task or workspace"));
            case BAD_REQUEST ->
                refused(
                        response,
                        Problem.of(
                                ProblemType.VALIDATION, "cursor: expected the 'next' of an answer to the same call"));
            case SERVICE_UNAVAILABLE ->
                syncToken > 0
                        ? refused(
                                response,
                                Problem.temporary(
                                        ProblemType.SYNC_TIMEOUT,
                                        "The change that you ask to see has not arrived",
                                        TopologyHttp.RETRY))
                        : Optional.empty();
            case null, default -> Optional.empty();
        };
    }

    private static Optional<Mono<ResponseEntity<byte[]>>> refused(ClientResponse response, Problem problem) {
        return Optional.of(response.releaseBody().then(Mono.error(problem::exception)));
    }

    private static ResponseEntity<byte[]> passedOn(ResponseEntity<byte[]> answer) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .headers(headers -> PASSED_ON.forEach(
                        name -> headers.addAll(name, answer.getHeaders().getOrEmpty(name))))
                .body(answer.getBody());
    }
}
