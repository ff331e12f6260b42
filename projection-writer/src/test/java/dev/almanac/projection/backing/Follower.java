package dev.almanac.projection.backing;

import dev.almanac.projection.consume.BatchPipeline;
import dev.almanac.projection.consume.ConsumeSettings;
import dev.almanac.projection.consume.ConsumerProperties;
import dev.almanac.projection.consume.DeadLetterTopic;
import dev.almanac.projection.consume.EventDecoder;
import dev.almanac.projection.consume.EventLoop;
import dev.almanac.projection.metrics.ProjectionMetrics;
import dev.almanac.projection.write.ReadModel;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One running instance of the projection. */
public final class Follower implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);
    private static final int BATCH = 50;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final DeadLetterTopic deadLetters;
    private final EventLoop loop;
    private final CompletableFuture<Void> end;

    private Follower(TestLog log, ReadModel readModel, String group) {
        ProjectionMetrics metrics = new ProjectionMetrics(meters, Clock.systemUTC());
        ConsumeSettings settings = settings(group);
        deadLetters = new DeadLetterTopic(log.topic(), TestLog.properties(), metrics);
        BatchPipeline pipeline = new BatchPipeline(
                log.topic().name(), new EventDecoder(log.deserializer(), deadLetters), readModel, metrics);
        loop = new EventLoop(
                log.topic().name(),
                new KafkaConsumer<>(ConsumerProperties.shared(TestLog.properties(), settings)),
                pipeline,
                readModel,
                metrics,
                settings);
        end = CompletableFuture.runAsync(loop, task -> new Thread(task, group).start());
        end.exceptionally(failure -> {
            LOG.error("The loop ended", failure);
            return null;
        });
    }

    /** @param group instances of the same group share out the partitions; another group has all of them too */
    public static Follower start(TestLog log, ReadModel readModel, String group) {
        return new Follower(log, readModel, group);
    }

    public static ConsumeSettings settings(String group) {
        return new ConsumeSettings(
                group, "", BATCH, Duration.ofMillis(20), Duration.ofMillis(10), Duration.ofMillis(200));
    }

    public EventLoop loop() {
        return loop;
    }

    /** Events that this instance has applied. */
    public long applied() {
        return (long) meters.get("almanac.projection.batch").summary().totalAmount();
    }

    public double counter(String name) {
        return meters.get("almanac.projection." + name).counter().count();
    }

    /** How it ended, where it has. */
    public CompletableFuture<Void> end() {
        return end;
    }

    /** Stops it in order. */
    @Override
    public void close() throws ExecutionException, InterruptedException, TimeoutException {
        loop.stop();
        end.get(30, TimeUnit.SECONDS);
        deadLetters.close();
    }
}
