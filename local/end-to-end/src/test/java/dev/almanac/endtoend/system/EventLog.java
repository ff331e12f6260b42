package dev.almanac.endtoend.system;

import dev.almanac.schemas.serde.AvroSerdes;
import dev.almanac.schemas.serde.RegistrySettings;
import dev.almanac.schemas.topic.Topics;
import dev.almanac.schemas.topic.WorkspacePartitioner;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads {@code task-events} as any other consumer would: committed records, by the registry's schemas. */
public final class EventLog {
    private static final Duration POLL = Duration.ofMillis(200);

    private final RunningSystem system;

    public EventLog(RunningSystem system) {
        this.system = system;
    }

    /** All facts of a workspace, in their order. */
    public List<SpecificRecord> of(UUID workspace) {
        URI registry = URI.create("http://127.0.0.1:" + system.part("registry").port());
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                "127.0.0.1:" + system.part("broker").port(),
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed");
        var values = new AvroSerdes(new RegistrySettings(registry, false)).<SpecificRecord>serde();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), values.deserializer())) {
            String topic = Topics.TASK_EVENTS.name();
            int partitions = consumer.partitionsFor(topic).size();
            TopicPartition partition =
                    new TopicPartition(topic, WorkspacePartitioner.partition(workspace.toString(), partitions));
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end =
                    consumer.endOffsets(List.of(partition)).values().iterator().next();
            List<SpecificRecord> facts = new ArrayList<>();
            while (consumer.position(partition) < end) {
                for (ConsumerRecord<String, SpecificRecord> record : consumer.poll(POLL)) {
                    if (record.key().equals(workspace.toString())) {
                        facts.add(record.value());
                    }
                }
            }
            return facts;
        }
    }
}
