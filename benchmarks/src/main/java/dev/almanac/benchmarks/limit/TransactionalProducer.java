package dev.almanac.benchmarks.limit;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** One producer, one transaction every 10 ms, as many records as go in. */
public final class TransactionalProducer {
    private static final long TRANSACTION_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private TransactionalProducer() {}

    /** Committed records a second. */
    public static double measure(String bootstrapServers, Duration duration) throws IOException, InterruptedException {
        ScratchTopic topic = ScratchTopic.create(bootstrapServers);
        long sent = 0;
        long start = System.nanoTime();
        long end = start + duration.toNanos();
        try (Producer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                        topic.name(),
                        ProducerConfig.LINGER_MS_CONFIG,
                        0),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.initTransactions();
            while (System.nanoTime() < end) {
                producer.beginTransaction();
                long commitAt = System.nanoTime() + TRANSACTION_NANOS;
                while (System.nanoTime() < commitAt) {
                    producer.send(new ProducerRecord<>(
                            topic.name(), (int) (sent % ScratchTopic.PARTITIONS), null, ScratchTopic.VALUE));
                    sent++;
                }
                producer.commitTransaction();
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        topic.delete();
        return sent / seconds;
    }
}
