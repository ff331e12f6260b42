package dev.almanac.benchmarks.peer;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.SynchronizedHistogram;

/** What a peer's empty handler was called for: how often, and how late. */
final class Executions {
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final long WATCH_NANOS = 1_000_000;

    private final String peer;
    private final Clock clock;
    private final AtomicInteger count = new AtomicInteger();
    private final Histogram latenessMillis = new SynchronizedHistogram(LIMIT.toMillis(), 3);

    /** @param peer its name, for messages */
    Executions(String peer, Clock clock) {
        this.peer = peer;
        this.clock = clock;
    }

    /** The handler is called now. */
    void add(Instant due) {
        latenessMillis.recordValue(
                Math.clamp(Duration.between(due, clock.instant()).toMillis(), 0, LIMIT.toMillis()));
        count.incrementAndGet();
    }

    /** Waits until so many are executed that are due then; how many a second that was. */
    double perSecond(int expected, Instant due) throws IOException, InterruptedException {
        if (!clock.instant().isBefore(due)) {
            throw new IOException("timers became due before all were set, so the run counts for nothing");
        }
        Thread.sleep(Duration.between(clock.instant(), due));
        await(expected);
        return expected * 1000.0 / Duration.between(due, clock.instant()).toMillis();
    }

    /**
     * How late the handler is called, in milliseconds.
     *
     * @param set sets so many timers
     */
    Histogram lateness(int expected, Runnable set) throws IOException {
        latenessMillis.reset();
        set.run();
        await(expected);
        return latenessMillis.copy();
    }

    private void await(int expected) throws IOException {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (count.get() < expected) {
            if (System.nanoTime() > deadline) {
                throw new IOException(peer + " executed only " + count + " of " + expected + " in time");
            }
            LockSupport.parkNanos(WATCH_NANOS);
        }
        count.set(0);
    }
}
