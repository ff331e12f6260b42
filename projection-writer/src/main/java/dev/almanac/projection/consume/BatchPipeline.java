package dev.almanac.projection.consume;

import static java.util.Objects.requireNonNull;

import dev.almanac.projection.apply.Advance;
import dev.almanac.projection.apply.Applied;
import dev.almanac.projection.apply.Batch;
import dev.almanac.projection.metrics.ProjectionMetrics;
import dev.almanac.projection.write.Projection;
import io.micrometer.core.instrument.Timer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decodes records and has them written, one batch at a time: while Postgres writes one, the next is decoded. The wait for
 * the one before is the back-pressure.
 *
 * <p>For one thread. After any exception the positions are unknown: {@link #start} again.
 *
 * @param <F> what the topic's records tell
 */
public final class BatchPipeline<F> {
    private static final Logger log = LoggerFactory.getLogger(BatchPipeline.class);
    private static final CompletableFuture<Void> NOTHING = CompletableFuture.completedFuture(null);

    private final String topic;
    private final RecordDecoder<F> decoder;
    private final Projection<F> projection;
    private final ProjectionMetrics metrics;
    private final Map<Integer, Long> positions = new HashMap<>();
    private CompletableFuture<Void> writing = NOTHING;
    private int recordsInFlight;
    private boolean committed;

    public BatchPipeline(String topic, RecordDecoder<F> decoder, Projection<F> projection, ProjectionMetrics metrics) {
        this.topic = topic;
        this.decoder = decoder;
        this.projection = projection;
        this.metrics = metrics;
    }

    /** @param from the offset at which each partition begins; records before it must not come */
    public void start(Map<Integer, Long> from) {
        positions.clear();
        positions.putAll(from);
        committed = false;
    }

    /**
     * Returns when the records are decoded and the batch before them is committed; where there are none it doesn't wait.
     *
     * @throws RuntimeException where that batch failed, or where these can't be decoded now
     */
    public void submit(ConsumerRecords<byte[], byte[]> records) {
        if (writing.isDone()) {
            settle();
        }
        if (records.isEmpty()) {
            return;
        }
        Batch<F> next = batch(records);
        settle();
        recordsInFlight = records.count();
        writing = write(next);
        next.advances().forEach(advance -> positions.put(advance.partition(), advance.to()));
    }

    /** Waits until the batch that is being written is committed. */
    public void settle() {
        CompletableFuture<Void> last = writing;
        writing = NOTHING;
        try {
            last.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
        committed |= last != NOTHING;
    }

    /** Waits until nothing is being written, whatever becomes of it. */
    public void abandon() {
        writing.handle((done, failure) -> failure).join();
        writing = NOTHING;
    }

    /** Whether a batch was committed since the start. */
    public boolean hasCommitted() {
        return committed;
    }

    /** Records submitted and not yet committed. */
    public int inFlight() {
        return writing.isDone() ? 0 : recordsInFlight;
    }

    private Batch<F> batch(ConsumerRecords<byte[], byte[]> records) {
        List<F> facts = new ArrayList<>(records.count());
        List<Advance> advances = new ArrayList<>();
        for (TopicPartition partition : records.partitions()) {
            List<ConsumerRecord<byte[], byte[]>> run = records.records(partition);
            run.forEach(record -> decoder.decode(record).ifPresent(facts::add));
            advances.add(new Advance(
                    partition.partition(),
                    requireNonNull(positions.get(partition.partition())),
                    run.getLast().offset() + 1));
        }
        return new Batch<>(topic, facts, advances);
    }

    private CompletableFuture<Void> write(Batch<F> batch) {
        Timer.Sample timing = metrics.writing();
        return projection
                .apply(batch)
                .doOnNext(applied -> {
                    metrics.written(timing, applied);
                    report(applied);
                })
                .then()
                .toFuture();
    }

    private static void report(Applied applied) {
        applied.halted()
                .forEach((workspaceId, halted) -> log.atError()
                        .addKeyValue("workspace", workspaceId)
                        .addKeyValue("seq", halted.seq())
                        .addKeyValue("reason", halted.reason())
                        .log("Workspace halted: its rows stay as they are until the read model is rebuilt"));
    }
}
