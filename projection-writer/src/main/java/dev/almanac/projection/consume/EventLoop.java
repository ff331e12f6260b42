package dev.almanac.projection.consume;

import dev.almanac.projection.consume.LoopState.Ended;
import dev.almanac.projection.consume.LoopState.Following;
import dev.almanac.projection.consume.LoopState.Positioning;
import dev.almanac.projection.metrics.ProjectionMetrics;
import dev.almanac.projection.write.PositionLostException;
import dev.almanac.projection.write.Projection;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * Follows a topic for as long as the process lives.
 *
 * <pre>
 *   Positioning ──position read──> Following
 *        ^                             │
 *        └──rebalance, or a failure────┘
 * </pre>
 *
 * <p>Where to read on is what the read model says, not the consumer group. While that isn't known the partitions are
 * paused, and the consumer goes on polling, so that a long failure of Postgres costs no rebalance.
 */
public final class EventLoop implements Runnable, ConsumerRebalanceListener {
    private static final Logger log = LoggerFactory.getLogger(EventLoop.class);

    /** Where a batch has as many records, there are mostly more. */
    private static final int A_BACKLOG = 1_000;

    private final String topic;
    private final Consumer<byte[], byte[]> consumer;
    private final BatchPipeline<?> pipeline;
    private final Projection<?> projection;
    private final ProjectionMetrics metrics;
    private final ConsumeSettings settings;
    private final Pace pace;
    private volatile LoopState state = new Positioning(0, "Starting");
    private volatile boolean stopping;
    private int failures;

    /** @param nanos a clock that only goes on */
    public EventLoop(
            String topic,
            Consumer<byte[], byte[]> consumer,
            BatchPipeline<?> pipeline,
            Projection<?> projection,
            ProjectionMetrics metrics,
            ConsumeSettings settings,
            LongSupplier nanos) {
        this.topic = topic;
        this.consumer = consumer;
        this.pipeline = pipeline;
        this.projection = projection;
        this.metrics = metrics;
        this.settings = settings;
        this.pace = new Pace(settings.batchInterval(), Math.min(settings.batchRecords(), A_BACKLOG), nanos);
    }

    public LoopState state() {
        return state;
    }

    /** Makes {@link #run} return soon, from any thread. */
    public void stop() {
        stopping = true;
        consumer.wakeup();
    }

    /** Returns after {@link #stop}; throws what trying again can't mend. */
    @Override
    public void run() {
        try (consumer) {
            consumer.subscribe(Set.of(topic), this);
            while (!stopping) {
                step();
            }
        } catch (WakeupException e) {
            if (!stopping) {
                throw e;
            }
        } finally {
            state = new Ended(stopping);
        }
    }

    private void step() {
        try {
            switch (state) {
                case Positioning positioning -> position(positioning);
                case Following following -> follow();
                case Ended ended -> throw new IllegalStateException("A loop runs once");
            }
        } catch (RuntimeException e) {
            if (!Failures.passes(e)) {
                throw e;
            }
            retry(e);
        }
    }

    private void position(Positioning positioning) {
        // All partitions are paused, so that this only keeps the membership alive while it waits.
        consumer.poll(positioning.failures() == 0 ? Duration.ZERO : settings.retryDelayAfter(positioning.failures()));
        Set<TopicPartition> assigned = consumer.assignment();
        if (assigned.isEmpty()) {
            state = new Following();
            return;
        }
        Map<Integer, Long> positions = projection.positions(topic, numbers(assigned));
        pipeline.start(positions);
        positions.forEach((partition, offset) -> consumer.seek(new TopicPartition(topic, partition), offset));
        consumer.resume(assigned);
        state = new Following();
        log.atInfo()
                .addKeyValue("topic", topic)
                .addKeyValue("positions", positions)
                .log("Following");
    }

    private void follow() {
        LockSupport.parkNanos(pace.untilNext().toNanos());
        ConsumerRecords<byte[], byte[]> records = consumer.poll(settings.pollTimeout());
        if (state instanceof Following) {
            if (!records.isEmpty()) {
                pace.began(records.count());
            }
            pipeline.submit(records);
            metrics.lag(lag());
        }
    }

    private void retry(RuntimeException failure) {
        pipeline.abandon();
        consumer.pause(consumer.assignment());
        failures = pipeline.hasCommitted() ? 1 : failures + 1;
        state = new Positioning(failures, String.valueOf(failure.getMessage()));
        LoggingEventBuilder warning = log.atWarn().addKeyValue("topic", topic).addKeyValue("failures", failures);
        switch (failure) {
            case PositionLostException lost -> warning.log("{}; reading the position anew", lost.getMessage());
            default -> warning.setCause(failure).log("Reading the position anew");
        }
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        // So that whoever takes them over reads the last position.
        pipeline.abandon();
        state = new Positioning(0, "Rebalancing");
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        consumer.pause(partitions);
        // Any position will do until the right one is read; without one the consumer would look for its own.
        partitions.forEach(partition -> consumer.seek(partition, 0));
        state = new Positioning(0, "Rebalanced");
    }

    private long lag() {
        return pipeline.inFlight()
                + consumer.assignment().stream()
                        .mapToLong(partition -> consumer.currentLag(partition).orElse(0))
                        .sum();
    }

    private static List<Integer> numbers(Set<TopicPartition> partitions) {
        return partitions.stream().map(TopicPartition::partition).toList();
    }
}
