package dev.almanac.topology.testkit;

import static java.util.Objects.requireNonNull;

import dev.almanac.schemas.audit.AuditEntry;
import dev.almanac.schemas.command.Command;
import dev.almanac.schemas.serde.InMemoryRegistry;
import dev.almanac.schemas.topic.RecordKeys;
import dev.almanac.schemas.topic.Topics;
import dev.almanac.topology.config.AuditProperties;
import dev.almanac.topology.deadletter.UnhandledRecords;
import dev.almanac.topology.deadletter.UnreadableRecords;
import dev.almanac.topology.process.TaskTopologies;
import dev.almanac.topology.store.activity.ActivityCodecs;
import dev.almanac.topology.store.activity.ActivityKeys;
import dev.almanac.topology.store.activity.StoredActivity;
import dev.almanac.topology.store.activity.StoredCounts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueStore;

/** Whatever decides commands, with the topology behind it that aggregates what the audit log tells of them. */
public final class Audited implements Almanac, AutoCloseable {
    public static final Duration RETENTION = Duration.ofDays(365);

    private static final Duration SWEEP_INTERVAL = Duration.ofSeconds(1);
    private static final int SWEEP_LIMIT = 3;

    private final Almanac almanac;
    private final Serde<SpecificRecord> records = InMemoryRegistry.serdes().serde();
    private final List<AuditEntry> log = new ArrayList<>();
    private final TopologyTestDriver driver;
    private final TestInputTopic<String, byte[]> entries;
    private final TestOutputTopic<String, byte[]> deadLetters;

    public Audited(Almanac almanac, Instant now) {
        this.almanac = almanac;
        AuditProperties settings = new AuditProperties(
                "audit", Duration.ofMillis(100), Duration.ofMillis(1), RETENTION, SWEEP_INTERVAL, SWEEP_LIMIT);
        Properties streams = new Properties();
        streams.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, UnreadableRecords.class);
        streams.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, UnhandledRecords.class);
        driver = new TopologyTestDriver(TaskTopologies.audit(records, settings), streams, now);
        entries = driver.createInputTopic(Topics.TASK_AUDIT.name(), new StringSerializer(), new ByteArraySerializer());
        deadLetters = driver.createOutputTopic(
                Topics.TASK_AUDIT.dlq().name(), new StringDeserializer(), new ByteArrayDeserializer());
    }

    @Override
    public Happening put(Command command, Instant now) {
        Happening happening = almanac.put(command, now);
        happening.audit().forEach(this::tell);
        return happening;
    }

    @Override
    public Happening pass(Instant from, Instant until) {
        Happening happening = almanac.pass(from, until);
        happening.audit().forEach(this::tell);
        return happening;
    }

    @Override
    public InMemoryWorkspace state() {
        return almanac.state();
    }

    public void tell(AuditEntry entry) {
        log.add(entry);
        tell(RecordKeys.workspace(entry.getWorkspaceId()), bytes(entry));
    }

    public byte[] bytes(AuditEntry entry) {
        return records.serializer().serialize(Topics.TASK_AUDIT.name(), entry);
    }

    public void tell(String key, byte[] entry) {
        entries.pipeInput(key, entry);
    }

    /** The whole log comes once more. */
    public void tellAllAgain() {
        List.copyOf(log).forEach(this::tell);
    }

    /** All that the log has told, in its order. */
    public List<AuditEntry> log() {
        return List.copyOf(log);
    }

    /** The topology's clock moves on, so that it does what it does by itself, once. */
    public void timePasses(Duration time) {
        driver.advanceWallClockTime(time);
    }

    public StoredActivity activity() {
        return activity(state().workspaceId());
    }

    public StoredActivity activity(UUID workspaceId) {
        return new StoredActivity(workspaceId, store(ActivityKeys.STORE), ActivityCodecs.create());
    }

    public StoredCounts counts() {
        return counts(state().workspaceId());
    }

    public StoredCounts counts(UUID workspaceId) {
        return new StoredCounts(workspaceId, store(ActivityKeys.COUNTS), ActivityCodecs.create());
    }

    /** How many records its stores have. */
    public int size() {
        return size(ActivityKeys.STORE) + size(ActivityKeys.COUNTS);
    }

    private int size(String store) {
        int size = 0;
        try (var all = store(store).all()) {
            for (; all.hasNext(); size++) {
                all.next();
            }
        }
        return size;
    }

    private KeyValueStore<Bytes, byte[]> store(String name) {
        return requireNonNull(driver.getKeyValueStore(name));
    }

    public long deadLetters() {
        return deadLetters.readRecordsToList().size();
    }

    @Override
    public void close() {
        driver.close();
    }
}
