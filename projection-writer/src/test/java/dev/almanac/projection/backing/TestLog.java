package dev.almanac.projection.backing;

import dev.almanac.local.backing.BackingServices;
import dev.almanac.projection.history.History;
import dev.almanac.schemas.audit.AuditEntry;
import dev.almanac.schemas.provision.Provision;
import dev.almanac.schemas.serde.AvroSerdes;
import dev.almanac.schemas.serde.RegistrySettings;
import dev.almanac.schemas.topic.KeyKind;
import dev.almanac.schemas.topic.RecordKeys;
import dev.almanac.schemas.topic.Topic;
import dev.almanac.schemas.topic.Topics;
import dev.almanac.schemas.topic.WorkspacePartitioner;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.StringSerializer;

/** A topic like {@code task-events} for one test alone, written in transactions as the topology does. */
public final class TestLog implements AutoCloseable {
    public static final int PARTITIONS = 3;

    private static final BackingServices BACKING = BackingServices.shared();
    private static final AtomicInteger LOGS = new AtomicInteger();

    private final Topic topic;
    private final Serde<SpecificRecord> events;
    private final KafkaProducer<String, byte[]> producer;

    private TestLog(Topic topic) {
        this.topic = topic;
        this.events = new AvroSerdes(registry()).serde();
        this.producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        BACKING.bootstrapServers(),
                        ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                        topic.name()),
                new StringSerializer(),
                new ByteArraySerializer());
        producer.initTransactions();
    }

    /** A topic of its own. */
    public static TestLog create() throws InterruptedException, ExecutionException {
        return like(Topics.TASK_EVENTS);
    }

    /** A topic like {@code task-audit}. */
    public static TestLog ofAudit() throws InterruptedException, ExecutionException {
        return like(Topics.TASK_AUDIT);
    }

    private static TestLog like(Topic model) throws InterruptedException, ExecutionException {
        Topic topic = new Topic(
                model.name() + "-" + LOGS.incrementAndGet(),
                KeyKind.WORKSPACE,
                model.values(),
                model.retention(),
                model.maxRecordBytes(),
                true);
        try (Admin admin = admin()) {
            admin.createTopics(List.of(
                            new NewTopic(topic.name(), PARTITIONS, (short) 1).configs(topic.config()),
                            new NewTopic(topic.dlq().name(), PARTITIONS, (short) 1)
                                    .configs(topic.dlq().config())))
                    .all()
                    .get();
        }
        Provision.registerSchemas(registry());
        return new TestLog(topic);
    }

    /** {@code task-events} itself. */
    public static TestLog ofTheCatalogue() throws InterruptedException {
        try (Admin admin = admin()) {
            Provision.provisionTopics(admin, PARTITIONS, 1);
        }
        Provision.registerSchemas(registry());
        return new TestLog(Topics.TASK_EVENTS);
    }

    private static Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", BACKING.bootstrapServers()));
    }

    private static RegistrySettings registry() {
        return new RegistrySettings(BACKING.registryUrl(), false);
    }

    public Topic topic() {
        return topic;
    }

    public Deserializer<SpecificRecord> deserializer() {
        return events.deserializer();
    }

    /** Consumer or producer properties. */
    public static Map<String, Object> properties() {
        return Map.of("bootstrap.servers", BACKING.bootstrapServers());
    }

    /** Appends events in one transaction. */
    public void append(List<History.Entry> entries) {
        producer.beginTransaction();
        entries.forEach(entry -> send(entry.workspaceId(), serialized(entry.event())));
        producer.commitTransaction();
    }

    /** Appends entries of the audit log in one transaction. */
    public void appendEntries(List<AuditEntry> entries) {
        producer.beginTransaction();
        entries.forEach(entry ->
                send(entry.getWorkspaceId(), events.serializer().serialize(Topics.TASK_AUDIT.name(), entry)));
        producer.commitTransaction();
    }

    /** Drops the beginning of a partition, as the broker does with what is too old. */
    public void dropBefore(int partition, long offset) throws InterruptedException, ExecutionException {
        try (Admin admin = admin()) {
            admin.deleteRecords(
                            Map.of(new TopicPartition(topic.name(), partition), RecordsToDelete.beforeOffset(offset)))
                    .all()
                    .get();
        }
    }

    /** Writes events of a transaction that is then given up. */
    public void abort(List<History.Entry> entries) {
        producer.beginTransaction();
        entries.forEach(entry -> send(entry.workspaceId(), serialized(entry.event())));
        producer.flush();
        producer.abortTransaction();
    }

    /** Appends bytes as they are. */
    public void append(UUID workspaceId, byte[] value) {
        producer.beginTransaction();
        send(workspaceId, value);
        producer.commitTransaction();
    }

    public static int partition(UUID workspaceId) {
        return WorkspacePartitioner.partition(RecordKeys.workspace(workspaceId), PARTITIONS);
    }

    private byte[] serialized(SpecificRecord event) {
        return events.serializer().serialize(Topics.TASK_EVENTS.name(), event);
    }

    private void send(UUID workspaceId, byte[] value) {
        producer.send(
                new ProducerRecord<>(topic.name(), partition(workspaceId), RecordKeys.workspace(workspaceId), value));
    }

    @Override
    public void close() {
        producer.close();
    }
}
