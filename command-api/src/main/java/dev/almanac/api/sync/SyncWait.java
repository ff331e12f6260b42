package dev.almanac.api.sync;

import dev.almanac.api.problem.Problem;
import dev.almanac.api.problem.ProblemException;
import dev.almanac.api.problem.ProblemType;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.core.scheduler.Schedulers;

/**
 * Waits until a part of the read model has a seq. However many wait, one statement at a time asks for all of their workspaces, and
 * none where nobody waits.
 */
public final class SyncWait {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);
    private static final Duration RETRY_HALTED_AFTER = Duration.ofSeconds(30);

    private record Waiting(UUID workspaceId, long atLeast, MonoSink<Void> sink) {}

    private final Standings standings;
    private final SyncSettings settings;
    private final MeterRegistry meters;
    private final Set<Waiting> waiting = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean polling = new AtomicBoolean();

    SyncWait(Standings standings, SyncSettings settings, MeterRegistry meters) {
        this.standings = standings;
        this.settings = settings;
        this.meters = meters;
    }

    /**
     * Completes once the read model has this seq. The problem is {@link ProblemType#SYNC_TIMEOUT} where it hasn't within
     * {@link SyncSettings#maxWait()}, or at once where it is known not to get there.
     */
    public Mono<Void> until(UUID workspaceId, long atLeast) {
        return Mono.<Void>create(sink -> enter(new Waiting(workspaceId, atLeast, sink)))
                .timeout(settings.maxWait(), Mono.error(SyncWait::late))
                .as(this::timed);
    }

    private void enter(Waiting entry) {
        if (waiting.size() >= settings.maxWaiting()) {
            entry.sink.error(late());
            return;
        }
        entry.sink.onDispose(() -> waiting.remove(entry));
        waiting.add(entry);
        poll();
    }

    private void poll() {
        if (!waiting.isEmpty() && polling.compareAndSet(false, true)) {
            standings
                    .of(waiting.stream().map(Waiting::workspaceId).collect(Collectors.toSet()))
                    .doOnNext(this::settle)
                    // The read model logs its outages, and who waits is told by the end of the wait.
                    .onErrorComplete(ProblemException.class)
                    .doFinally(_ -> Schedulers.parallel()
                            .schedule(this::pollAgain, settings.pollInterval().toNanos(), TimeUnit.NANOSECONDS))
                    .subscribe();
        }
    }

    private void pollAgain() {
        polling.set(false);
        poll();
    }

    private void settle(List<Standing> now) {
        var known = now.stream().collect(Collectors.toMap(Standing::workspaceId, Function.identity()));
        for (var entry : waiting) {
            var standing = known.get(entry.workspaceId);
            if (standing == null) {
                continue;
            }
            if (standing.seq() >= entry.atLeast) {
                entry.sink.success();
            } else if (standing.halted()) {
                entry.sink.error(halted());
            }
        }
    }

    private Mono<Void> timed(Mono<Void> wait) {
        return Mono.defer(() -> {
            var sample = Timer.start(meters);
            return wait.doOnSuccess(_ -> sample.stop(timer("reached"))).doOnError(_ -> sample.stop(timer("given-up")));
        });
    }

    private Timer timer(String outcome) {
        return Timer.builder("almanac.sync.wait")
                .description("How long reads with a sync token waited for the read model")
                .tag("outcome", outcome)
                .register(meters);
    }

    private static ProblemException late() {
        return Problem.temporary(
                        ProblemType.SYNC_TIMEOUT, "The read model has not come as far as the sync token", RETRY_AFTER)
                .exception();
    }

    private static ProblemException halted() {
        return Problem.temporary(
                        ProblemType.SYNC_TIMEOUT,
                        "The read model of this workspace stands still before the sync token until it is repaired",
                        RETRY_HALTED_AFTER)
                .exception();
    }
}
