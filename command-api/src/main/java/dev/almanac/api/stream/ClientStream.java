package dev.almanac.api.stream;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.almanac.api.sync.ChangesPage;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
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
 * one. Nothing is queued here, and what the server queues on the way to the client is bounded by the size of a piece.
 */
final class ClientStream {
    private static final Logger log = LoggerFactory.getLogger(ClientStream.class);
    private static final byte[] HEARTBEAT = ":\n\n".getBytes(US_ASCII);
    /**
     * In bytes. Frames go out in pieces, since the server takes a number of these ahead of a client that does not read, 128
     * and some, however large they are.
     */
    private static final int LARGEST_PIECE = 2048;

    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);
    /** How long a client may take over the last frames before the connection is cut. */
    private static final Duration LINGER = Duration.ofSeconds(5);

    private final UUID workspaceId;
    private final SharedChain chain;
    private final Follower follower;
    private final Optional<Watch> watch;
    private final MissedUpdates missed;
    private final StreamMetrics metrics;
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicReference<@Nullable ChangesPage> arrived = new AtomicReference<>();
    private final Disposable.Swap fetch = Disposables.swap();
    private final Sinks.Empty<Void> ended = Sinks.empty();
    private volatile @Nullable FluxSink<ByteBuffer> sink;
    private volatile boolean ending;
    // The first one tells the client at once that it is connected.
    private volatile boolean heartbeatDue = true;
    private boolean fetching;
    private ByteBuffer frame = NOTHING;

    /** @param watch where the client asked for a filter */
    ClientStream(
            UUID workspaceId,
            SharedChain chain,
            Follower follower,
            Optional<Watch> watch,
            MissedUpdates missed,
            StreamMetrics metrics) {
        this.workspaceId = workspaceId;
        this.chain = chain;
        this.follower = follower;
        this.watch = watch;
        this.missed = missed;
        this.metrics = metrics;
    }

    /** The frames in pieces, ready for the wire; to be subscribed to once. */
    Flux<ByteBuffer> pieces() {
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

    /** Ends it after the frame that is being sent. */
    void end(String reason) {
        if (sink != null && ended.tryEmitEmpty().isSuccess()) {
            metrics.ended(reason);
            ending = true;
            proceed();
        }
    }

    private void connect(FluxSink<ByteBuffer> to) {
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
        while (to != null && !to.isCancelled()) {
            if (ending && !frame.hasRemaining()) {
                to.complete();
                return;
            }
            if (to.requestedFromDownstream() == 0) {
                return;
            }
            if (frame.hasRemaining()) {
                to.next(piece());
                continue;
            }
            if (heartbeatDue) {
                heartbeatDue = false;
                frame = ByteBuffer.wrap(HEARTBEAT);
                continue;
            }
            if (fetching) {
                return;
            }
            switch (chain.next(follower)) {
                case Step.Send(var link) -> {
                    frame = ByteBuffer.wrap(frameOf(link));
                    metrics.sent();
                }
                case Step.Fetch fetch -> fetch(fetch);
                case Step.End end -> end(end == Step.End.TOO_SLOW ? "slow" : "removed");
                case Step.Wait _ -> {
                    return;
                }
            }
        }
    }

    private byte[] frameOf(Link link) {
        return watch.flatMap(it -> it.matches(link)).map(link::frame).orElseGet(link::frame);
    }

    private ByteBuffer piece() {
        var size = Math.min(frame.remaining(), LARGEST_PIECE);
        var piece = frame.slice(frame.position(), size);
        frame.position(frame.position() + size);
        return piece;
    }

    private void fetch(Step.Fetch what) {
        fetching = true;
        fetch.update(missed.page(workspaceId, what.after(), what.atLeast(), what.limit())
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
