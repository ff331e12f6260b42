package dev.almanac.topology.running;

import dev.almanac.local.backing.BackingServices;
import dev.almanac.schemas.event.ReminderTriggered;
import dev.almanac.schemas.model.ReminderStatus;
import dev.almanac.schemas.topic.RecordKeys;
import dev.almanac.schemas.topic.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Follows what is committed of some workspaces' reminders that trigger. */
final class TriggeredReminders implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);

    private final Serde<SpecificRecord> records;
    private final KafkaConsumer<String, byte[]> consumer;
    private final Set<String> keys;
    private final List<ReminderStatus> triggered = new ArrayList<>();

    TriggeredReminders(Serde<SpecificRecord> records, Collection<UUID> workspaces) {
        this.records = records;
        this.keys = workspaces.stream().map(RecordKeys::workspace).collect(Collectors.toSet());
        this.consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        BackingServices.shared().bootstrapServers(),
                        "isolation.level",
                        "read_committed"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = IntStream.range(0, Commands.PARTITIONS)
                .mapToObj(partition -> new TopicPartition(Topics.REMINDERS.name(), partition))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Waits until at least so many have triggered; all that are known by then, in each partition in their order. */
    List<ReminderStatus> await(int count, Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (triggered.size() < count) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("Only " + triggered.size() + " of " + count + " triggered within " + limit);
            }
            poll();
        }
        return List.copyOf(triggered);
    }

    private void poll() {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
            if (keys.contains(record.key())
                    && records.deserializer().deserialize(record.topic(), record.value())
                            instanceof ReminderTriggered event) {
                triggered.add(event.getReminder());
            }
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
