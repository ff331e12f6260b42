package dev.almanac.api.stream;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.almanac.api.sync.ChangesPage;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;
import reactor.core.publisher.FluxSink.OverflowStrategy;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * One client's stream: asks its {@link Follower} for the next frame whenever the client can take one and there may be
 * one. Nothing is queued here.
 */
final class ClientStream {
    private static final Logger log = LoggerFactory.getLogger(ClientStream.class);
    private static final byte[] HEARTBEAT = ":\n\n".getBytes(US_ASCII);
    /** How long a client may take over the last frames before the connection is cut. */
    private static final Duration LINGER = Duration.ofSeconds(5);

    private final UUID workspaceId;
    private final SharedChain chain;
    private final Follower follower;
    private final MissedUpdates missed;
    private final StreamMetrics metrics;
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicReference<@Nullable ChangesPage> arrived = new AtomicReference<>();
    private final Disposable.Swap fetch = Disposables.swap();
    private final Sinks.Empty<Void> ended = Sinks.empty();
    private volatile @Nullable FluxSink<byte[]> sink;
    // The first one tells the client at once that it is connected.
    private volatile boolean heartbeatDue = true;
    private boolean fetching;

    ClientStream(UUID workspaceId, SharedChain chain, Follower follower, MissedUpdates missed, StreamMetrics metrics) {
        this.workspaceId = workspaceId;
        this.chain = chain;
        this.follower = follower;
        this.missed = missed;
        this.metrics = metrics;
    }

    /** The frames, ready for the wire; to be subscribed to once. */
    Flux<byte[]> frames() {
        return Flux.create(this::connect, OverflowStrategy.ERROR);
    }

    /** Fails where the client does not take the last frames of a stream that was ended. */
    Mono<Void> stalled() {
        return ended.asMono()
                .then(Mono.delay(LINGER))
                .then(Mono.error(() -> new StalledClientException("The client did not take the end of its stream")));
    }

    /** Sends what can be sent now. Any thread may call this; one of them does the work. */
    void proceed() {
        if (calls.getAndIncrement() != 0) {
            return;
        }
        for (var seen = 1; seen != 0; seen = calls.addAndGet(-seen)) {
            send();
        }
    }

    /** Lets the client know that the stream lives, or ends it where the client has not even taken the last heartbeat. */
    void heartbeat() {
        if (heartbeatDue) {
            end("slow");
        } else {
            heartbeatDue = true;
            proceed();
        }
    }

    void end(String reason) {
        var to = sink;
        if (to != null && ended.tryEmitEmpty().isSuccess()) {
            metrics.ended(reason);
            to.complete();
        }
    }

    private void connect(FluxSink<byte[]> to) {
        sink = to;
        to.onDispose(() -> {
            chain.leave(this);
            fetch.dispose();
            metrics.closed();
        });
        metrics.opened();
        chain.join(this);
        to.onRequest(_ -> proceed());
    }

    private void send() {
        var to = sink;
        var page = arrived.getAndSet(null);
        if (page != null) {
            follower.fetched(page);
            fetching = false;
        }
        while (to != null && !to.isCancelled() && to.requestedFromDownstream() > 0) {
            if (heartbeatDue) {
                heartbeatDue = false;
                to.next(HEARTBEAT);
                continue;
            }
            if (fetching) {
                return;
            }
            switch (chain.next(follower)) {
                case Step.Send(var link) -> {
                    to.next(link.frame());
                    metrics.sent();
                }
                case Step.Fetch(var after, var atLeast) -> fetch(after, atLeast);
                case Step.End end -> {
                    end(end == Step.End.TOO_SLOW ? "slow" : "removed");
                    return;
                }
                case Step.Wait _ -> {
                    return;
                }
            }
        }
    }

    private void fetch(long after, long atLeast) {
        fetching = true;
        fetch.update(missed.page(workspaceId, after, atLeast)
                .subscribe(
                        page -> {
                            arrived.set(page);
                            proceed();
                        },
                        defect -> {
                            log.error("A stream of workspace {} can't catch up", workspaceId, defect);
                            end("failed");
                        }));
    }
}
