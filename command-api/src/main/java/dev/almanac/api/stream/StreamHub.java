package dev.almanac.api.stream;

import dev.almanac.api.problem.ProblemException;
import dev.almanac.api.sync.Progress;
import dev.almanac.api.sync.Standing;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** All streams of this instance, by workspace. A workspace without any costs nothing. */
@Component
class StreamHub implements SmartLifecycle {
    private record Shared(SharedChain chain, int seats) {}

    private final Map<UUID, Shared> workspaces = new ConcurrentHashMap<>();
    private final Seats seats;
    private final Disposable.Composite ticks = Disposables.composite();
    private final StreamSettings settings;
    private final MissedUpdates missed;
    private final Progress progress;
    private final StreamMetrics metrics;
    private final Clock clock;
    private volatile boolean running;

    StreamHub(StreamSettings settings, MissedUpdates missed, Progress progress, StreamMetrics metrics, Clock clock) {
        this.settings = settings;
        this.seats = new Seats(settings.maxOpen(), settings.maxOpenPerUser());
        this.missed = missed;
        this.progress = progress;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** A place for one stream of a user, to be closed when it is over. From now on the workspace's updates are collected. */
    final class Seat implements AutoCloseable {
        private final UUID workspaceId;
        private final UUID userId;
        private final SharedChain chain;

        private Seat(UUID workspaceId, UUID userId, SharedChain chain) {
            this.workspaceId = workspaceId;
            this.userId = userId;
            this.chain = chain;
        }

        /**
         * The stream.
         *
         * @param authorizedAt the read model's seq at which the user was a member; seen after the seat was taken
         * @param since the last seq that the client has; empty for none
         * @param watch where the client asked for a filter
         */
        ClientStream open(long authorizedAt, Optional<Long> since, Optional<Watch> watch) {
            chain.begin(authorizedAt);
            var follower = new Follower(userId, authorizedAt, since.orElse(authorizedAt));
            return new ClientStream(workspaceId, chain, follower, watch, missed, metrics);
        }

        @Override
        public void close() {
            workspaces.computeIfPresent(workspaceId, (_, shared) -> {
                if (shared.seats > 1) {
                    return new Shared(shared.chain, shared.seats - 1);
                }
                shared.chain.close();
                return null;
            });
            seats.free(userId);
        }
    }

    /** @throws ProblemException where there are too many streams */
    Seat enter(UUID workspaceId, UUID userId) {
        seats.take(userId);
        var shared = workspaces.compute(
                workspaceId,
                (_, present) -> present == null
                        ? new Shared(new SharedChain(workspaceId, settings.tail(), missed, metrics, clock), 1)
                        : new Shared(present.chain, present.seats + 1));
        return new Seat(workspaceId, userId, shared.chain);
    }

    /** The chain of a workspace that has streams here. */
    Optional<SharedChain> chain(UUID workspaceId) {
        return Optional.ofNullable(workspaces.get(workspaceId)).map(Shared::chain);
    }

    @Override
    public void start() {
        running = true;
        ticks.add(Flux.interval(settings.look())
                .onBackpressureDrop()
                .concatMap(_ -> look(), 1)
                .subscribe());
        ticks.add(Flux.interval(settings.heartbeat())
                .onBackpressureDrop()
                .subscribe(_ -> forEachStream(ClientStream::heartbeat)));
    }

    /** Ends all streams; each client can resume at another instance. */
    @Override
    public void stop() {
        running = false;
        ticks.dispose();
        forEachStream(stream -> stream.end("shutdown"));
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private Mono<Void> look() {
        return progress.of(workspaces.keySet())
                .doOnNext(this::looked)
                // The read model logs its outages; the next look comes soon.
                .onErrorComplete(ProblemException.class)
                .then();
    }

    private void looked(List<Standing> standings) {
        standings.forEach(standing -> chain(standing.workspaceId()).ifPresent(chain -> chain.look(standing.seq())));
    }

    private void forEachStream(Consumer<ClientStream> action) {
        workspaces.values().forEach(shared -> shared.chain.forEachStream(action));
    }
}
