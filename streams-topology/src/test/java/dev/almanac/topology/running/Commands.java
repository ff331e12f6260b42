package dev.almanac.topology.running;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.local.backing.BackingServices;
import dev.almanac.schemas.command.Command;
import dev.almanac.schemas.command.ReplyTo;
import dev.almanac.schemas.id.Ids;
import dev.almanac.schemas.provision.Provision;
import dev.almanac.schemas.result.CommandResult;
import dev.almanac.schemas.serde.AvroSerdes;
import dev.almanac.schemas.serde.RegistrySettings;
import dev.almanac.schemas.topic.RecordKeys;
import dev.almanac.schemas.topic.Topic;
import dev.almanac.schemas.topic.Topics;
import dev.almanac.schemas.topic.WorkspacePartitioner;
import dev.almanac.topology.testkit.Act;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Sends commands as command-api does, and reads what is committed. */
final class Commands implements AutoCloseable {
    static final int PARTITIONS = 4;

    private static final BackingServices BACKING = BackingServices.shared();
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Instant ISSUED = Instant.parse("2026-11-02T09:00:00Z");

    private final Serde<SpecificRecord> records;
    private final KafkaProducer<String, byte[]> producer;
    private int sent;

    private Commands(Serde<SpecificRecord> records, KafkaProducer<String, byte[]> producer) {
        this.records = records;
        this.producer = producer;
    }

    /** Makes the topics, registers the schemas. */
    static Commands open() throws InterruptedException {
        RegistrySettings registry = new RegistrySettings(BACKING.registryUrl(), false);
        try (Admin admin = Admin.create(client())) {
            Provision.provisionTopics(admin, PARTITIONS, 1);
        }
        Provision.registerSchemas(registry);
        return new Commands(
                new AvroSerdes(registry).serde(),
                new KafkaProducer<>(client(), new StringSerializer(), new ByteArraySerializer()));
    }

    /** Sends it, and waits for its answer. */
    CommandResult put(UUID workspace, Act act) {
        int reply = sent % PARTITIONS;
        Command command = act.toCommand(Ids.v5(workspace, "command " + sent++), workspace, ISSUED);
        command = new Command(
                command.getCommandId(),
                workspace,
                command.getActor(),
                command.getIssuedAt(),
                command.getOrigin(),
                null,
                new ReplyTo(reply),
                null,
                command.getAtomic(),
                command.getOperations());
        send(workspace, records.serializer().serialize(Topics.TASK_COMMANDS.name(), command));
        String key = RecordKeys.reply(reply, command.getCommandId());
        ConsumerRecord<String, byte[]> answer = await(Topics.TASK_COMMAND_RESULTS, key);
        assertThat(answer.partition()).isEqualTo(reply);
        return (CommandResult) records.deserializer().deserialize(Topics.TASK_COMMAND_RESULTS.name(), answer.value());
    }

    /** Sends it, without an answer. */
    void tell(UUID workspace, Act act) {
        Command command = act.toCommand(Ids.v5(workspace, "command " + sent++), workspace, ISSUED);
        send(workspace, records.serializer().serialize(Topics.TASK_COMMANDS.name(), command));
    }

    Serde<SpecificRecord> records() {
        return records;
    }

    void send(UUID workspace, byte[] value) {
        String key = RecordKeys.workspace(workspace);
        producer.send(new ProducerRecord<>(
                Topics.TASK_COMMANDS.name(), WorkspacePartitioner.partition(key, PARTITIONS), key, value));
        producer.flush();
    }

    /** The first committed record with this key, once it is there. */
    ConsumerRecord<String, byte[]> await(Topic topic, String key) {
        try (KafkaConsumer<String, byte[]> consumer = fromTheBeginning(topic)) {
            long deadline = System.nanoTime() + SOON.toNanos();
            while (System.nanoTime() < deadline) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(100))) {
                    if (record.key().equals(key)) {
                        return record;
                    }
                }
            }
            throw new AssertionError("No record " + key + " in " + topic.name() + " within " + SOON);
        }
    }

    /** The committed records of a workspace, as many as there are now. */
    List<SpecificRecord> committed(Topic topic, UUID workspace) {
        List<SpecificRecord> found = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer = fromTheBeginning(topic)) {
            Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(100))) {
                    if (record.key().startsWith(RecordKeys.workspace(workspace))) {
                        found.add(records.deserializer().deserialize(topic.name(), record.value()));
                    }
                }
            }
        }
        return found;
    }

    private static KafkaConsumer<String, byte[]> fromTheBeginning(Topic topic) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", BACKING.bootstrapServers(), "isolation.level", "read_committed");
        KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = IntStream.range(0, PARTITIONS)
                .mapToObj(partition -> new TopicPartition(topic.name(), partition))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return consumer;
    }

    private static Map<String, Object> client() {
        return Map.of("bootstrap.servers", BACKING.bootstrapServers());
    }

    @Override
    public void close() {
        producer.close();
    }
}
