package dev.almanac.benchmarks.timer;

import static java.util.Objects.requireNonNull;

import dev.almanac.benchmarks.stack.TopologyStack;
import dev.almanac.schemas.event.ReminderScheduled;
import dev.almanac.schemas.event.ReminderTriggered;
import dev.almanac.schemas.topic.Topics;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Reads what is committed to {@code reminders}, from its end at the time of opening on. It tells records by the id of their
 * schema and reads only the first of each kind, so that it takes the system under measurement little of its processors.
 */
final class CommittedReminders implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final int SCHEMA_ID_AT = 1;

    private final Serde<SpecificRecord> records;
    private final KafkaConsumer<String, byte[]> consumer;
    private final Map<Integer, Class<?>> kinds = new HashMap<>();

    CommittedReminders(TopologyStack stack) {
        records = stack.records();
        consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        stack.bootstrapServers(),
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        10_000),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = IntStream.range(0, TopologyStack.PARTITIONS)
                .mapToObj(partition -> new TopicPartition(Topics.REMINDERS.name(), partition))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
    }

    /** Waits for so many reminders to be set. */
    void awaitScheduled(int count) throws IOException {
        await(ReminderScheduled.class, count, any -> {});
    }

    /** Waits for so many reminders to have triggered. @param each told of each of them, undecoded */
    void awaitTriggered(int count, Consumer<ConsumerRecord<String, byte[]>> each) throws IOException {
        await(ReminderTriggered.class, count, each);
    }

    /** Waits until in each partition one has triggered after this. */
    void awaitTriggeredEverywhere(Instant after) throws IOException {
        Set<Integer> partitions = new HashSet<>();
        await(ReminderTriggered.class, record -> {
            if (triggered(record).getReminder().getFiredAt().orElseThrow().isAfter(after)) {
                partitions.add(record.partition());
            }
            return partitions.size() == TopologyStack.PARTITIONS;
        });
    }

    ReminderTriggered triggered(ConsumerRecord<String, byte[]> record) {
        return (ReminderTriggered)
                records.deserializer().deserialize(Topics.REMINDERS.name(), requireNonNull(record.value()));
    }

    private void await(Class<?> kind, int count, Consumer<ConsumerRecord<String, byte[]>> each) throws IOException {
        AtomicInteger missing = new AtomicInteger(count);
        await(kind, record -> {
            each.accept(record);
            return missing.decrementAndGet() == 0;
        });
    }

    private void await(Class<?> kind, Predicate<ConsumerRecord<String, byte[]>> isLast) throws IOException {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        boolean done = false;
        while (!done) {
            if (System.nanoTime() > deadline) {
                throw new IOException("too few " + kind.getSimpleName() + " within " + LIMIT);
            }
            for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                done |= kind(record).equals(kind) && isLast.test(record);
            }
        }
    }

    private Class<?> kind(ConsumerRecord<String, byte[]> record) {
        return kinds.computeIfAbsent(
                ByteBuffer.wrap(record.value()).getInt(SCHEMA_ID_AT),
                id -> records.deserializer()
                        .deserialize(record.topic(), record.value())
                        .getClass());
    }

    @Override
    public void close() {
        consumer.close();
    }
}
