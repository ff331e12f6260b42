package dev.almanac.projection.metrics;

import dev.almanac.projection.apply.Applied;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** Measures the way from a topic's records to their rows. All names begin with {@code almanac.projection}. */
public final class ProjectionMetrics {
    private static final String PREFIX = "almanac.projection.";

    private final Clock clock;
    private final MeterRegistry registry;
    private final Timer delay;
    private final Timer write;
    private final DistributionSummary batch;
    private final Counter passedOver;
    private final Counter deadLetters;
    private final AtomicLong lag;
    private final AtomicLong halted;

    /** @param topic by which the meters are told apart */
    public ProjectionMetrics(MeterRegistry registry, Clock clock, String topic) {
        Tags tags = Tags.of("topic", topic);
        this.registry = registry;
        this.clock = clock;
        delay = Timer.builder(PREFIX + "delay")
                .description("From an event's occurrence to its committed row")
                .tags(tags)
                .register(registry);
        write = Timer.builder(PREFIX + "write")
                .description("One batch's transaction")
                .tags(tags)
                .register(registry);
        batch = DistributionSummary.builder(PREFIX + "batch")
                .description("Events applied in one transaction")
                .baseUnit("events")
                .tags(tags)
                .register(registry);
        passedOver = Counter.builder(PREFIX + "passed.over")
                .description("Events that changed nothing: applied earlier, or of a halted workspace")
                .baseUnit("events")
                .tags(tags)
                .register(registry);
        deadLetters = Counter.builder(PREFIX + "dead.letters")
                .description("Records that could not be read")
                .baseUnit("records")
                .tags(tags)
                .register(registry);
        lag = registry.gauge(PREFIX + "lag", tags, new AtomicLong());
        halted = registry.gauge(PREFIX + "workspaces.halted", tags, new AtomicLong());
    }

    /** Starts to time a transaction. */
    public Timer.Sample writing() {
        return Timer.start(registry);
    }

    public void written(Timer.Sample writing, Applied done) {
        writing.stop(write);
        Instant now = clock.instant();
        done.applied().forEach(occurredAt -> delay.record(Duration.between(occurredAt, now)));
        batch.record(done.applied().size());
        passedOver.increment(done.passedOver());
    }

    public void deadLetter() {
        deadLetters.increment();
    }

    /** @param records that are in the log but not in the rows, of the partitions of this instance */
    public void lag(long records) {
        lag.set(records);
    }

    /** @param workspaces that stand still, in the whole read model */
    public void halted(long workspaces) {
        halted.set(workspaces);
    }
}
