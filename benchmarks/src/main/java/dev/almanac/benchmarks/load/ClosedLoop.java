package dev.almanac.benchmarks.load;

import dev.almanac.benchmarks.load.Workspaces.Written;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** Keeps a number of requests under way: each answer makes room for the next. Finds what the system can sustain. */
public final class ClosedLoop {
    private ClosedLoop() {}

    /**
     * What a run came to.
     *
     * @param perSecond answered requests a second
     * @param lastWritten the newest write of each workspace
     */
    public record Result(double perSecond, Map<Integer, Written> lastWritten) {}

    /**
     * Runs until the system is warm: with few requests under way at first, since one that has just started is slow, and
     * many at once would wait longer than a client has patience for.
     *
     * @param underWay in the end
     */
    public static void warmUp(int underWay, Duration duration, LongFunction<CompletableFuture<Written>> request)
            throws InterruptedException {
        run(Math.min(underWay, 8), duration.dividedBy(6), request);
        run(Math.min(underWay, 64), duration.dividedBy(6), request);
        run(underWay, duration.multipliedBy(2).dividedBy(3), request);
    }

    /**
     * Sends for a time, then waits for the answers.
     *
     * @throws UnexpectedAnswerException where a request was not answered as hoped for; the run counts for nothing then
     */
    public static Result run(int underWay, Duration duration, LongFunction<CompletableFuture<Written>> request)
            throws InterruptedException {
        Semaphore room = new Semaphore(underWay);
        LongAdder answered = new LongAdder();
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        Map<Integer, Written> lastWritten = new ConcurrentHashMap<>();
        long start = System.nanoTime();
        long end = start + duration.toNanos();
        for (long number = 0; System.nanoTime() < end && failure.get() == null; number++) {
            room.acquire();
            request.apply(number).whenComplete((written, problem) -> {
                if (problem != null) {
                    failure.compareAndSet(null, problem);
                } else {
                    answered.increment();
                    lastWritten.merge(written.workspace(), written, ClosedLoop::newer);
                }
                room.release();
            });
        }
        room.acquire(underWay);
        double seconds = (System.nanoTime() - start) / 1e9;
        Throwable problem = failure.get();
        if (problem != null) {
            throw new IllegalStateException("a request failed, so the run counts for nothing", problem);
        }
        return new Result(answered.sum() / seconds, Map.copyOf(lastWritten));
    }

    private static Written newer(Written one, Written other) {
        return Long.parseLong(one.syncToken()) >= Long.parseLong(other.syncToken()) ? one : other;
    }
}
