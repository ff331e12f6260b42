package dev.almanac.projection.backing;

import dev.almanac.projection.apply.AuditRow;
import dev.almanac.projection.apply.Facts;
import dev.almanac.projection.consume.BatchPipeline;
import dev.almanac.projection.consume.ConsumeSettings;
import dev.almanac.projection.consume.ConsumerProperties;
import dev.almanac.projection.consume.DeadLetterTopic;
import dev.almanac.projection.consume.EventLoop;
import dev.almanac.projection.consume.RecordDecoder;
import dev.almanac.projection.metrics.ProjectionMetrics;
import dev.almanac.projection.write.AuditModel;
import dev.almanac.projection.write.Projection;
import dev.almanac.projection.write.ReadModel;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
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

    private <F> Follower(
            TestLog log,
            RecordDecoder.Reader<F> reader,
            Projection<F> projection,
            ConsumeSettings settings,
            Map<String, Object> properties) {
        ProjectionMetrics metrics =
                new ProjectionMetrics(meters, Clock.systemUTC(), log.topic().name());
        deadLetters = new DeadLetterTopic(log.topic(), TestLog.properties(), metrics);
        BatchPipeline<F> pipeline = new BatchPipeline<>(
                log.topic().name(), new RecordDecoder<>(log.deserializer(), reader, deadLetters), projection, metrics);
        loop = new EventLoop(
                log.topic().name(),
                new KafkaConsumer<>(properties),
                pipeline,
                projection,
                metrics,
                settings,
                System::nanoTime);
        end = CompletableFuture.runAsync(loop, task -> new Thread(task, settings.groupId()).start());
        end.exceptionally(failure -> {
            LOG.error("The loop ended", failure);
            return null;
        });
    }

    /** @param group instances of the same group share out the partitions; another group has all of them too */
    public static Follower start(TestLog log, ReadModel readModel, String group) {
        return new Follower(
                log,
                (place, event) -> Optional.of(Facts.read(place, event)),
                readModel,
                settings(group),
                ConsumerProperties.shared(TestLog.properties(), settings(group)));
    }

    /** Of the audit log. */
    public static Follower start(TestLog log, AuditModel model, String group) {
        return new Follower(
                log,
                AuditRow::read,
                model,
                settings(group),
                ConsumerProperties.sharedOfWhatIsLeft(TestLog.properties(), settings(group)));
    }

    public static ConsumeSettings settings(String group) {
        return new ConsumeSettings(
                group,
                "",
                BATCH,
                Duration.ofMillis(1),
                Duration.ofMillis(1),
                Duration.ofMillis(20),
                Duration.ofMillis(10),
                Duration.ofMillis(200));
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
