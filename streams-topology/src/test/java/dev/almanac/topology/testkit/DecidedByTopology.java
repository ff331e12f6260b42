package dev.almanac.topology.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.schemas.command.Command;
import dev.almanac.schemas.command.ReplyTo;
import dev.almanac.schemas.result.CommandResult;
import dev.almanac.schemas.serde.AvroSerdes;
import dev.almanac.schemas.serde.InMemoryRegistry;
import dev.almanac.schemas.topic.RecordKeys;
import dev.almanac.schemas.topic.Topic;
import dev.almanac.schemas.topic.Topics;
import dev.almanac.topology.config.CommitProperties;
import dev.almanac.topology.config.IdempotencyProperties;
import dev.almanac.topology.deadletter.UnhandledRecords;
import dev.almanac.topology.deadletter.UnreadableRecords;
import dev.almanac.topology.process.TaskTopologies;
import dev.almanac.topology.state.EvolvedState;
import dev.almanac.topology.state.Updates;
import dev.almanac.topology.store.StateCodecs;
import dev.almanac.topology.store.StoreKeys;
import dev.almanac.topology.store.StoredWorkspace;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

/**
 * The topology of the tasks with its stores and serdes. With each command it checks that what goes out belongs together:
 * an update for each event, and a store that is what the events alone make of an empty one.
 */
public final class DecidedByTopology implements Almanac, AutoCloseable {
    /** For how long an answer is remembered under its idempotency key. */
    public static final Duration REMEMBERED = Duration.ofHours(24);

    private static final Duration SWEEP_INTERVAL = Duration.ofSeconds(1);
    private static final int SWEEP_LIMIT = 100;
    private static final int REPLY_PARTITION = 0;

    private final AvroSerdes serdes = InMemoryRegistry.serdes();
    private final TopologyTestDriver driver;
    private final TestInputTopic<String, byte[]> commands;
    private final InMemoryWorkspace state;
    private final Invariants invariants = new Invariants();

    /** @param start when the topology is started, by the wall clock */
    public DecidedByTopology(UUID workspaceId, Instant start) {
        Properties settings = new Properties();
        settings.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, UnreadableRecords.class.getName());
        settings.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, UnhandledRecords.class.getName());
        this.driver = new TopologyTestDriver(
                TaskTopologies.tasks(
                        serdes.serde(),
                        new CommitProperties(
                                Duration.ofMillis(10),
                                Duration.ofMillis(10),
                                Duration.ofMillis(2),
                                Duration.ofMillis(2),
                                Duration.ZERO),
                        new IdempotencyProperties(REMEMBERED, SWEEP_INTERVAL, SWEEP_LIMIT)),
                settings,
                start);
        this.commands =
                driver.createInputTopic(Topics.TASK_COMMANDS.name(), new StringSerializer(), new ByteArraySerializer());
        this.state = new InMemoryWorkspace(workspaceId);
    }

    @Override
    public InMemoryWorkspace state() {
        return state;
    }

    @Override
    public Happening put(Command command, Instant now) {
        Command asked = new Command(
                command.getCommandId(),
                command.getWorkspaceId(),
                command.getActor(),
                command.getIssuedAt(),
                command.getOrigin(),
                command.getIdempotency().orElse(null),
                new ReplyTo(REPLY_PARTITION),
                command.getCausationId().orElse(null),
                command.getAtomic(),
                command.getOperations());
        pipe(RecordKeys.workspace(command.getWorkspaceId()), bytes(asked), now);
        List<SpecificRecord> events = values(Topics.TASK_EVENTS);
        CommandResult result = answer(command);
        evolve(events);
        assertThat(sent(Topics.TASK_UPDATES))
                .extracting(TestRecord::value)
                .isEqualTo(events.stream().map(Updates::of).toList());
        assertThat(result.getSeq()).isLessThanOrEqualTo(state.seq());
        invariants.check(events, state);
        storeIsAsTold();
        // What it puts to itself it has decided by now.
        return new Happening(result, events, values(Topics.TASK_AUDIT), List.of());
    }

    /** Puts any bytes among the commands. */
    public void pipe(String key, byte[] value, Instant at) {
        commands.pipeInput(new TestRecord<>(key, value, at));
    }

    /** What has become a dead letter since the last look. */
    public List<TestRecord<byte[], byte[]>> deadLetters() {
        TestOutputTopic<byte[], byte[]> letters = driver.createOutputTopic(
                Topics.TASK_COMMANDS.dlq().name(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        return letters.readRecordsToList();
    }

    /** Lets the wall clock go on. */
    public void wait(Duration time) {
        driver.advanceWallClockTime(time);
    }

    /** As it would stand in a topic. */
    public byte[] bytes(SpecificRecord record) {
        return serdes.serde().serializer().serialize(Topics.TASK_COMMANDS.name(), record);
    }

    private CommandResult answer(Command command) {
        List<TestRecord<String, SpecificRecord>> answers = sent(Topics.TASK_COMMAND_RESULTS);
        assertThat(answers).hasSize(1);
        assertThat(answers.getFirst().key()).isEqualTo(RecordKeys.reply(REPLY_PARTITION, command.getCommandId()));
        return (CommandResult) answers.getFirst().value();
    }

    private void evolve(List<SpecificRecord> events) {
        EvolvedState evolved = EvolvedState.over(state);
        events.forEach(evolved::apply);
        state.write(evolved.changes(), evolved.seq());
    }

    private void storeIsAsTold() {
        StoredWorkspace stored = new StoredWorkspace(
                state.workspaceId(), driver.getKeyValueStore(StoreKeys.STORE), StateCodecs.create());
        assertThat(stored.seq()).isEqualTo(state.seq());
        assertThat(stored.workspace()).isEqualTo(state.workspace());
        assertThat(stored.members()).containsExactlyInAnyOrderElementsOf(state.members());
        assertThat(stored.tasks(null, Integer.MAX_VALUE)).containsExactlyElementsOf(state.allTasks());
        assertThat(stored.lists().first(Integer.MAX_VALUE))
                .isEqualTo(state.lists().first(Integer.MAX_VALUE));
        state.allLists().forEach(list -> {
            assertThat(stored.list(list.getId())).contains(list);
            assertThat(stored.tasks(list.getId()).first(Integer.MAX_VALUE))
                    .isEqualTo(state.tasks(list.getId()).first(Integer.MAX_VALUE));
        });
    }

    @SuppressWarnings("unchecked")
    private <T extends SpecificRecord> List<T> values(Topic topic) {
        return (List<T>) sent(topic).stream().map(TestRecord::value).toList();
    }

    private List<TestRecord<String, SpecificRecord>> sent(Topic topic) {
        Serde<SpecificRecord> records = serdes.serde();
        TestOutputTopic<String, SpecificRecord> output =
                driver.createOutputTopic(topic.name(), new StringDeserializer(), records.deserializer());
        return output.readRecordsToList();
    }

    @Override
    public void close() {
        driver.close();
    }
}
