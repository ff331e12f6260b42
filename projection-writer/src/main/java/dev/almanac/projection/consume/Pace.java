package dev.almanac.projection.consume;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How often a batch may begin. A transaction takes Postgres and this process some time however little is in it, so what
 * comes in quick succession is written together, and what comes after a pause at once.
 */
final class Pace {
    private final Duration interval;
    private final LongSupplier nanos;
    private boolean begun;
    private long beganAt;

    /** @param nanos a clock that only goes on */
    Pace(Duration interval, LongSupplier nanos) {
        this.interval = interval;
        this.nanos = nanos;
    }

    /** A batch begins now. */
    void began() {
        begun = true;
        beganAt = nanos.getAsLong();
    }

    /** How long to wait for the next batch; zero where it may begin now. */
    Duration untilNext() {
        if (!begun) {
            return Duration.ZERO;
        }
        Duration rest = interval.minusNanos(nanos.getAsLong() - beganAt);
        return rest.isNegative() ? Duration.ZERO : rest;
    }
}
