package dev.almanac.topology.query;

import dev.almanac.topology.config.QueryProperties;
import dev.almanac.topology.store.StoredView;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.apache.kafka.streams.state.HostInfo;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.util.retry.Retry;

/**
 * Serves reads from where the state is: this instance's store, the owner's, or, where the owner can't, a copy's. What a
 * rebalance moves is waited for, but not for long.
 */
final class WorkspaceReads<V extends StoredView> {
    private static final Duration SYNC_STEP = Duration.ofMillis(10);
    private static final Duration REBALANCE_STEP = Duration.ofMillis(50);

    private final WorkspaceRouting routing;
    private final LocalReads<V> local;
    private final PeerReads peers;
    private final Scheduler blocking;
    private final QueryProperties bounds;

    /** @param blocking runs what waits for a disk */
    WorkspaceReads(
            WorkspaceRouting routing,
            LocalReads<V> local,
            PeerReads peers,
            Scheduler blocking,
            QueryProperties bounds) {
        this.routing = routing;
        this.local = local;
        this.peers = peers;
        this.blocking = blocking;
        this.bounds = bounds;
    }

    Mono<ResponseEntity<byte[]>> answer(ReadRequest<V> request) {
        return Mono.defer(() -> fromOwner(request))
                .retryWhen(stepwise(bounds.rebalanceWait(), REBALANCE_STEP, StoreMovingException.class))
                .onErrorResume(StoreMovingException.class, e -> fromStandby(request))
                .onErrorResume(StoreMovingException.class, e -> unavailable())
                .onErrorResume(RejectedExecutionException.class, e -> unavailable());
    }

    private Mono<ResponseEntity<byte[]>> fromOwner(ReadRequest<V> request) {
        return switch (routing.locate(request.workspaceId())) {
            case Place.Here(int partition) ->
                read(request, () -> local.ofOwner(partition, request.workspaceId(), request::answer));
            // Whoever forwarded it knows better than this instance, or has found the owner gone.
            case Place.There there
            when request.forwarded() ->
                read(request, () -> local.ofOwner(there.partition(), request.workspaceId(), request::answer))
                        .onErrorResume(StoreMovingException.class, e -> copy(there.partition(), request));
            case Place.There there ->
                peers.ask(there.owner(), request)
                        .onErrorResume(StoreMovingException.class, e -> fromStandbyOf(there, request));
            case Place.Nowhere() -> Mono.error(() -> new StoreMovingException("Nobody owns the partition"));
        };
    }

    private Mono<ResponseEntity<byte[]>> fromStandby(ReadRequest<V> request) {
        return switch (routing.locate(request.workspaceId())) {
            case Place.Here(int partition) -> copy(partition, request);
            case Place.There there when request.forwarded() -> copy(there.partition(), request);
            case Place.There there -> fromStandbyOf(there, request);
            case Place.Nowhere() -> Mono.error(() -> new StoreMovingException("Nobody owns the partition"));
        };
    }

    private Mono<ResponseEntity<byte[]>> fromStandbyOf(Place.There there, ReadRequest<V> request) {
        if (there.standbys().contains(routing.self())) {
            return copy(there.partition(), request);
        }
        HostInfo standby = there.standbys().stream().findFirst().orElse(null);
        return standby == null
                ? Mono.error(() -> new StoreMovingException("The owner does not answer and there is no copy"))
                : peers.ask(standby, request);
    }

    private Mono<ResponseEntity<byte[]>> copy(int partition, ReadRequest<V> request) {
        return read(request, () -> local.ofStandby(partition, request.workspaceId(), request::answer));
    }

    private Mono<ResponseEntity<byte[]>> read(ReadRequest<V> request, Supplier<LocalReads.Found<Answer>> read) {
        return Mono.fromSupplier(read)
                .subscribeOn(blocking)
                .flatMap(found -> found.value() instanceof Answer.Behind
                        ? Mono.error(() -> new BehindException(found))
                        : Mono.just(found))
                .retryWhen(stepwise(bounds.syncWait(), SYNC_STEP, BehindException.class))
                .onErrorResume(BehindException.class, e -> Mono.just(e.found))
                .map(WorkspaceReads::response);
    }

    private static ResponseEntity<byte[]> response(LocalReads.Found<Answer> found) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(Headers.SYNC_TOKEN, Long.toString(found.value().seq()));
        switch (found.from()) {
            case ReadFrom.Owner() -> {
                headers.set(Headers.READ_FROM, "owner");
                headers.set(Headers.LAG, "0");
            }
            case ReadFrom.Standby(long lag) -> {
                headers.set(Headers.READ_FROM, "standby");
                headers.set(Headers.LAG, Long.toString(lag));
            }
        }
        return switch (found.value()) {
            case Answer.Behind behind -> Problem.SYNC_TIMEOUT.response(headers);
            case Answer.Missing missing -> Problem.NOT_FOUND.response(headers);
            case Answer.Found(var seq, var version, var json) -> {
                headers.setContentType(MediaType.APPLICATION_JSON);
                version.ifPresent(number -> headers.setETag("\"" + number + "\""));
                yield ResponseEntity.ok().headers(headers).body(json);
            }
        };
    }

    private static Mono<ResponseEntity<byte[]>> unavailable() {
        return Mono.fromSupplier(Problem.UNAVAILABLE::response);
    }

    /** Repeats what fails in this way until the time is over, and then lets it fail as it did. */
    private static Retry stepwise(Duration time, Duration step, Class<? extends Exception> failure) {
        return Retry.fixedDelay(time.dividedBy(step), step)
                .filter(failure::isInstance)
                .onRetryExhaustedThrow((retries, last) -> last.failure());
    }

    /** The store is not as far as the read asks for, yet. */
    private static final class BehindException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient LocalReads.Found<Answer> found;

        BehindException(LocalReads.Found<Answer> found) {
            super(null, null, false, false);
            this.found = found;
        }
    }
}
