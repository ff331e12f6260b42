package dev.almanac.benchmarks.timer;

import dev.almanac.benchmarks.stack.TopologyStack;
import dev.almanac.schemas.topic.RecordKeys;
import dev.almanac.schemas.topic.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Waits for committed answers, as command-api does. */
final class Answers implements AutoCloseable {
    /** Where they are waited for. */
    static final int PARTITION = 0;

    private static final Duration POLL = Duration.ofMillis(100);

    private final KafkaConsumer<String, byte[]> consumer;
    private final Map<UUID, CompletableFuture<Void>> awaited = new ConcurrentHashMap<>();
    private final Thread reader;
    private volatile boolean closed;

    Answers(TopologyStack stack) {
        consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        stack.bootstrapServers(),
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = List.of(new TopicPartition(Topics.TASK_COMMAND_RESULTS.name(), PARTITION));
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        reader = Thread.ofPlatform().name("answers").start(this::read);
    }

    /** Completes with the answer to the command; to be called before that is sent. */
    CompletableFuture<Void> to(UUID command) {
        return awaited.computeIfAbsent(command, any -> new CompletableFuture<>());
    }

    private void read() {
        while (!closed) {
            for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                CompletableFuture<Void> answer =
                        awaited.remove(RecordKeys.parseReply(record.key()).commandId());
                if (answer != null) {
                    answer.complete(null);
                }
            }
        }
    }

    @Override
    public void close() throws InterruptedException {
        closed = true;
        reader.join();
        consumer.close();
    }
}
