package dev.almanac.topology.clock;

import java.time.Clock;
import java.util.function.Supplier;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.utils.Time;

/**
 * The time that Streams goes by, and with it the timers. With its own, the wall clock, punctuators would rest for as long as
 * that is put back.
 */
public final class StreamsTime implements Time {
    private final Clock clock;

    /** @param clock one that never goes back */
    public StreamsTime(Clock clock) {
        this.clock = clock;
    }

    @Override
    public long milliseconds() {
        return clock.millis();
    }

    @Override
    public long nanoseconds() {
        return Time.SYSTEM.nanoseconds();
    }

    @Override
    public void sleep(long millis) {
        Time.SYSTEM.sleep(millis);
    }

    @Override
    public void waitObject(Object monitor, Supplier<Boolean> condition, long deadlineMillis)
            throws InterruptedException {
        synchronized (monitor) {
            while (!condition.get()) {
                long left = deadlineMillis - milliseconds();
                if (left <= 0) {
                    throw new TimeoutException("Condition not satisfied before deadline");
                }
                monitor.wait(left);
            }
        }
    }
}
