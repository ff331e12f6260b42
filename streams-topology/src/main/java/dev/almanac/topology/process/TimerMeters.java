package dev.almanac.topology.process;

import dev.almanac.topology.state.Timer;
import dev.almanac.topology.store.TimerQueue;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What operators see of the timers, of all partitions of this instance together. */
public final class TimerMeters {
    private static final String PREFIX = "almanac.topology.timers.";

    private final Clock clock;
    private final Set<TimerQueue> queues = ConcurrentHashMap.newKeySet();
    private final Counter reminders;
    private final Counter overdue;
    private final Counter occurrences;
    private final Counter yielded;
    private final Counter refused;
    private final DistributionSummary lateness;

    /** @param clock the one that timers go by */
    public TimerMeters(MeterRegistry meters, Clock clock) {
        this.clock = clock;
        this.reminders = fired(meters, "reminder");
        this.overdue = fired(meters, "overdue");
        this.occurrences = fired(meters, "occurrence");
        this.yielded = Counter.builder(PREFIX + "yielded")
                .description("Turns after which timers were still due, so that commands had theirs")
                .register(meters);
        this.refused = Counter.builder(PREFIX + "refused")
                .description("Due timers that could not be handled and were sent on as commands")
                .register(meters);
        this.lateness = DistributionSummary.builder(PREFIX + "lateness")
                .description("From when a timer was due until it was handled")
                .baseUnit("milliseconds")
                .publishPercentiles(0.5, 0.99)
                .register(meters);
        Gauge.builder(PREFIX + "pending", queues, TimerMeters::pending)
                .description("Timers that are set")
                .register(meters);
        Gauge.builder(PREFIX + "oldest.due", this, TimerMeters::oldestDue)
                .description("For how long the oldest timer that is due has been so; 0 where none is")
                .baseUnit("milliseconds")
                .register(meters);
    }

    private static Counter fired(MeterRegistry meters, String kind) {
        return Counter.builder(PREFIX + "fired")
                .description("Due timers that were handled")
                .tag("kind", kind)
                .register(meters);
    }

    private static double pending(Set<TimerQueue> queues) {
        return queues.stream().mapToLong(TimerQueue::pending).sum();
    }

    private double oldestDue() {
        long now = clock.millis();
        return queues.stream()
                .mapToLong(TimerQueue::nextDue)
                .map(due -> due <= now ? now - due : 0)
                .max()
                .orElse(0);
    }

    void opened(TimerQueue queue) {
        queues.add(queue);
    }

    void closed(TimerQueue queue) {
        queues.remove(queue);
    }

    void fired(Timer timer, long now) {
        Counter counter = switch (timer) {
            case Timer.OfReminder any -> reminders;
            case Timer.OfOverdue any -> overdue;
            case Timer.OfOccurrence any -> occurrences;
        };
        counter.increment();
        lateness.record(now - timer.due().toEpochMilli());
    }

    void yielded() {
        yielded.increment();
    }

    void refused() {
        refused.increment();
    }
}
