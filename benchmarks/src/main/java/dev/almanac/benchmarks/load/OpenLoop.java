package dev.almanac.benchmarks.load;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongFunction;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.SynchronizedHistogram;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests as a crowd of independent users does: at times of a Poisson process, whether or not earlier ones are
 * answered. A request's latency counts from the time at which it was due, so that a sender that is held up can't hide it.
 */
public final class OpenLoop {
    private static final long MAX_LATENCY_MICROS = TimeUnit.SECONDS.toMicros(60);

    private OpenLoop() {}

    /**
     * What a run came to.
     *
     * @param latencyMicros of the answered requests
     * @param failed requests with another answer than was hoped for
     * @param firstFailure why the first of them failed
     */
    public record Result(Histogram latencyMicros, long failed, Optional<Throwable> firstFailure) {
        public double millisAt(double percentile) {
            return latencyMicros.getValueAtPercentile(percentile) / 1000.0;
        }
    }

    /**
     * Sends for a time, then waits for the answers.
     *
     * @param perSecond mean rate of the arrivals
     * @param request makes and sends the request with this number
     */
    public static Result run(double perSecond, Duration duration, LongFunction<CompletableFuture<?>> request) {
        Histogram latencies = new SynchronizedHistogram(MAX_LATENCY_MICROS, 3);
        LongAdder failed = new LongAdder();
        AtomicReference<@Nullable Throwable> firstFailure = new AtomicReference<>();
        LongAdder unanswered = new LongAdder();
        long start = System.nanoTime();
        long end = start + duration.toNanos();
        long due = start;
        for (long number = 0; ; number++) {
            due += (long) (-Math.log(1 - ThreadLocalRandom.current().nextDouble()) / perSecond * 1e9);
            if (due >= end) {
                break;
            }
            for (long early = due - System.nanoTime(); early > 0; early = due - System.nanoTime()) {
                LockSupport.parkNanos(early);
            }
            long dueAt = due;
            unanswered.increment();
            request.apply(number).whenComplete((answer, failure) -> {
                long micros = TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - dueAt);
                if (failure == null) {
                    latencies.recordValue(Math.min(micros, MAX_LATENCY_MICROS));
                } else {
                    failed.increment();
                    firstFailure.compareAndSet(null, failure);
                }
                unanswered.decrement();
            });
        }
        while (unanswered.sum() > 0) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
        return new Result(latencies, failed.sum(), Optional.ofNullable(firstFailure.get()));
    }
}
