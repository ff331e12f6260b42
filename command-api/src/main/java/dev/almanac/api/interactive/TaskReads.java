package dev.almanac.api.interactive;

import dev.almanac.api.problem.Problem;
import dev.almanac.api.problem.ProblemException;
import dev.almanac.api.problem.ProblemType;
import dev.almanac.api.sync.SyncToken;
import java.time.Duration;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import reactor.core.publisher.Mono;

/** Reads single tasks from the topology's own state, by its internal API. */
@Component
public class TaskReads {
    private static final Logger log = LoggerFactory.getLogger(TaskReads.class);
    private static final String PATH = "/internal/v1/workspaces/{workspace}/tasks/{task}?user={user}";
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
        return topology.get()
                .uri(PATH, workspace, task, user)
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
                Problem.of(ProblemType.NOT_FOUND, "There is no such task").exception();
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
