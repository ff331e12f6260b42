package dev.almanac.api.stream;

import dev.almanac.api.stream.Chain.Hole;
import dev.almanac.api.sync.Change;
import dev.almanac.api.sync.ChangesPage;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.Disposables;

/** A workspace's {@link Chain} with the streams that follow it; for use by several threads. */
final class SharedChain {
    private static final Logger log = LoggerFactory.getLogger(SharedChain.class);

    /** The most changes that are read at once. */
    private static final int FILL = 100;

    private final UUID workspaceId;
    private final Duration keep;
    private final MissedUpdates missed;
    private final StreamMetrics metrics;
    private final Clock clock;
    private final Set<ClientStream> streams = ConcurrentHashMap.newKeySet();
    private final Disposable.Swap fill = Disposables.swap();
    private final Chain chain;
    private boolean filling;

    SharedChain(UUID workspaceId, StreamSettings.Tail tail, MissedUpdates missed, StreamMetrics metrics, Clock clock) {
        this.workspaceId = workspaceId;
        this.keep = tail.age();
        this.missed = missed;
        this.metrics = metrics;
        this.clock = clock;
        this.chain = new Chain(tail);
    }

    /** @see Chain#begin */
    void begin(long seq) {
        change(to -> to.begin(seq, clock.instant()));
    }

    /** @see Chain#live */
    void live(Change update) {
        change(to -> to.live(update, clock.instant()));
    }

    /** The regular look at how far the read model is. */
    void look(long projected) {
        change(to -> {
            to.projected(projected);
            to.expire(clock.instant().minus(keep));
        });
    }

    synchronized Step next(Follower follower) {
        return follower.next(chain);
    }

    void join(ClientStream stream) {
        streams.add(stream);
    }

    void leave(ClientStream stream) {
        streams.remove(stream);
    }

    void forEachStream(Consumer<ClientStream> action) {
        streams.forEach(action);
    }

    void close() {
        fill.dispose();
    }

    private void change(Consumer<Chain> step) {
        boolean moved;
        Optional<Hole> hole;
        synchronized (this) {
            var before = chain.head();
            step.accept(chain);
            moved = chain.head() != before;
            hole = filling ? Optional.empty() : chain.hole();
            filling |= hole.isPresent();
        }
        hole.ifPresent(this::fill);
        if (moved) {
            streams.forEach(ClientStream::proceed);
        }
    }

    private void fill(Hole hole) {
        fill.update(missed.page(workspaceId, hole.after(), hole.atLeast(), FILL).subscribe(this::filled, this::failed));
    }

    private void filled(ChangesPage page) {
        metrics.holeFilled();
        change(to -> {
            to.fill(page, clock.instant());
            filling = false;
        });
    }

    private void failed(Throwable defect) {
        log.error("A hole in the updates of workspace {} can't be filled", workspaceId, defect);
        synchronized (this) {
            // The next look tries again.
            filling = false;
        }
    }
}
