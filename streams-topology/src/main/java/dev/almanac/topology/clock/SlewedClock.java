package dev.almanac.topology.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.LongSupplier;

/**
 * A clock that never goes back and never stands still: it runs on a monotonic one and is drawn to the wall clock. Where that
 * was put back this one goes at half its speed until the two agree; where it was put forward a little, at twice; and where
 * it was put forward by much, as after a machine has slept, it follows at once.
 *
 * <p>Safe for use by several threads.
 */
public final class SlewedClock extends Clock {
    /** How often the wall clock is looked at. */
    private static final long LOOK_NANOS = Duration.ofMillis(100).toNanos();

    private static final long LEAP_NANOS = Duration.ofSeconds(2).toNanos();
    private static final double SLOWEST = 0.5;
    private static final double FASTEST = 2;

    private final LongSupplier monotonic;
    private final Clock wall;
    private Course course;

    /**
     * How the clock goes from one look at the wall clock on.
     *
     * @param from by the monotonic clock, in nanoseconds
     * @param time then, in nanoseconds since the epoch
     * @param speed of this clock against the monotonic one
     */
    private record Course(long from, long time, double speed) {
        long at(long monotonic) {
            return time + (long) ((monotonic - from) * speed);
        }
    }

    /** @param monotonic in nanoseconds, from anywhere */
    public SlewedClock(LongSupplier monotonic, Clock wall) {
        this.monotonic = monotonic;
        this.wall = wall;
        this.course = new Course(monotonic.getAsLong(), nanos(wall.instant()), 1);
    }

    private static long nanos(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), 1_000_000_000L), instant.getNano());
    }

    private synchronized long nanos() {
        long at = monotonic.getAsLong();
        if (at - course.from() >= LOOK_NANOS) {
            course = next(course, at);
        }
        return course.at(at);
    }

    private Course next(Course now, long at) {
        long time = now.at(at);
        long behind = nanos(wall.instant()) - time;
        if (behind > LEAP_NANOS) {
            return new Course(at, time + behind, 1);
        }
        double speed = 1 + (double) behind / LOOK_NANOS;
        return new Course(at, time, Math.clamp(speed, SLOWEST, FASTEST));
    }

    @Override
    public long millis() {
        return nanos() / 1_000_000;
    }

    @Override
    public Instant instant() {
        return Instant.EPOCH.plusNanos(nanos());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("This clock is of UTC");
    }
}
