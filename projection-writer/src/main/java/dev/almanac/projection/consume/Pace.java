package dev.almanac.projection.consume;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How often a batch may begin. A transaction takes Postgres and this process some time however little is in it, so what
 * comes in quick succession is written together, and what comes after a pause at once. The more there is to write, the
 * longer it is gathered, until a batch is so large that there is a backlog: after such a one nothing is waited for.
 */
final class Pace {
    private static final Duration PER_RECORD = Duration.ofNanos(100_000);

    private final Duration interval;
    private final int backlog;
    private final LongSupplier nanos;
    private Duration rest = Duration.ZERO;
    private long beganAt;

    /**
     * @param interval from the beginning of a batch to that of the next, at least
     * @param backlog the records of a batch after which there are mostly more
     * @param nanos a clock that only goes on
     */
    Pace(Duration interval, int backlog, LongSupplier nanos) {
        this.interval = interval;
        this.backlog = backlog;
        this.nanos = nanos;
    }

    /** A batch begins now. */
    void began(int records) {
        beganAt = nanos.getAsLong();
        rest = records < backlog ? interval.plus(PER_RECORD.multipliedBy(records)) : Duration.ZERO;
    }

    /** How long to wait for the next batch; zero where it may begin now. */
    Duration untilNext() {
        Duration left = rest.minusNanos(nanos.getAsLong() - beganAt);
        return left.isNegative() ? Duration.ZERO : left;
    }
}
