package dev.almanac.topology.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.schemas.audit.AuditEntry;
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
import dev.almanac.topology.config.TimerProperties;
import dev.almanac.topology.deadletter.UnhandledRecords;
import dev.almanac.topology.deadletter.UnreadableRecords;
import dev.almanac.topology.process.TaskTopologies;
import dev.almanac.topology.process.TimerMeters;
import dev.almanac.topology.state.EvolvedState;
import dev.almanac.topology.state.Fact;
import dev.almanac.topology.state.Timer;
import dev.almanac.topology.state.Updates;
import dev.almanac.topology.store.DueTimer;
import dev.almanac.topology.store.PendingReminder;
import dev.almanac.topology.store.ReminderPlace;
import dev.almanac.topology.store.StateCodecs;
import dev.almanac.topology.store.StoreKeys;
import dev.almanac.topology.store.StoredWorkspace;
import dev.almanac.topology.store.TimerQueue;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
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

    private static final String APPLICATION_ID = "almanac-tasks";
    private static final Duration SWEEP_INTERVAL = Duration.ofSeconds(1);
    private static final int SWEEP_LIMIT = 100;
    private static final int REPLY_PARTITION = 0;
    private static final int SMALL_PAGE = 2;

    private SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final AvroSerdes serdes = InMemoryRegistry.serdes();
    private StateFolder folder = StateFolder.empty();
    private TopologyTestDriver driver;
    private final InMemoryWorkspace state;
    private final StateCodecs codecs = StateCodecs.create();
    private Instant wallClock;
    private final Invariants invariants = new Invariants();

    /** @param start when the topology is started, by the wall clock */
    public DecidedByTopology(UUID workspaceId, Instant start) {
        this.state = new InMemoryWorkspace(workspaceId);
        this.wallClock = start;
        this.driver = newDriver();
    }

    private TopologyTestDriver newDriver() {
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, APPLICATION_ID);
        settings.put(StreamsConfig.STATE_DIR_CONFIG, folder.path().toString());
        settings.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, UnreadableRecords.class.getName());
        settings.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, UnhandledRecords.class.getName());
        return new TopologyTestDriver(
                TaskTopologies.tasks(
                        serdes.serde(),
                        new CommitProperties(
                                Duration.ofMillis(10),
                                Duration.ofMillis(40),
                                Duration.ofMillis(100),
                                Duration.ofMillis(2),
                                Duration.ofMillis(2),
                                Duration.ZERO),
                        new IdempotencyProperties(REMEMBERED, SWEEP_INTERVAL, SWEEP_LIMIT),
                        new TimerProperties(Duration.ofMillis(1), Duration.ofMillis(5), 4, 2),
                        new TimerMeters(meters, Clock.fixed(wallClock, ZoneOffset.UTC)),
                        () -> 0),
                settings,
                wallClock);
    }

    /** The topology ends, and starts again with what its stores hold. */
    public void restart() {
        StateFolder next = StateFolder.after(driver, APPLICATION_ID);
        close();
        folder = next;
        meters = new SimpleMeterRegistry();
        driver = newDriver();
        storeIsAsTold();
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
        List<SpecificRecord> events = follow();
        CommandResult result = answer(command);
        assertThat(result.getSeq()).isLessThanOrEqualTo(state.seq());
        List<AuditEntry> audit = values(Topics.TASK_AUDIT);
        theLogIsAsFarAsTheFacts(events, audit);
        // What it puts to itself it has decided by now.
        return new Happening(result, events, audit, List.of());
    }

    private List<SpecificRecord> follow() {
        List<SpecificRecord> events = values(Topics.TASK_EVENTS);
        evolve(events);
        assertThat(sent(Topics.TASK_UPDATES))
                .extracting(sent -> sent.value().toString())
                .isEqualTo(texts(events.stream().map(Updates::of)));
        assertThat(texts(this.<SpecificRecord>values(Topics.REMINDERS).stream()))
                .isEqualTo(texts(events.stream().filter(event -> Fact.of(event) instanceof Fact.OfReminder)));
        invariants.check(events, state, true);
        storeIsAsTold();
        return events;
    }

    @Override
    public Happening pass(Instant from, Instant until) {
        List<SpecificRecord> events = new ArrayList<>();
        List<AuditEntry> audit = new ArrayList<>();
        for (Optional<Instant> next = next(until); next.isPresent(); next = next(until)) {
            Instant at = next.get().isAfter(from) ? next.get() : from;
            // Whoever stands still in the meantime looks at the clock again.
            waitUntil(at.isAfter(wallClock) ? at : wallClock.plusMillis(1));
            List<SpecificRecord> fired = follow();
            assertThat(fired).as("what is due at %s", at).isNotEmpty();
            List<AuditEntry> entries = values(Topics.TASK_AUDIT);
            theLogIsAsFarAsTheFacts(fired, entries);
            events.addAll(fired);
            audit.addAll(entries);
        }
        waitUntil(until);
        assertThat(follow()).isEmpty();
        return new Happening(Happening.ofNobody(state), events, audit, List.of());
    }

    /** So that whoever waits for what was done until some fact waits in vain for none, whoever caused it. */
    private void theLogIsAsFarAsTheFacts(List<SpecificRecord> events, List<AuditEntry> audit) {
        if (!events.isEmpty()) {
            assertThat(audit).isNotEmpty();
            assertThat(audit.getLast().getWorkspaceSeq()).isEqualTo(state.seq());
        }
    }

    private Optional<Instant> next(Instant until) {
        return state.timers().stream()
                .map(Timer::due)
                .filter(due -> !due.isAfter(until))
                .findFirst();
    }

    private void waitUntil(Instant time) {
        if (time.isAfter(wallClock)) {
            wait(Duration.between(wallClock, time));
        }
    }

    /** Puts any bytes among the commands. */
    public void pipe(String key, byte[] value, Instant at) {
        driver.createInputTopic(Topics.TASK_COMMANDS.name(), new StringSerializer(), new ByteArraySerializer())
                .pipeInput(new TestRecord<>(key, value, at));
    }

    /** What a gauge or counter of the timers says. @param name what comes after the common beginning */
    public double timerMeter(String name) {
        return meters.get("almanac.topology.timers." + name).meters().stream()
                .mapToDouble(meter -> meter.measure().iterator().next().getValue())
                .sum();
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
        wallClock = wallClock.plus(time);
    }

    /** As it would stand in a topic. */
    public byte[] bytes(SpecificRecord record) {
        return serdes.serde().serializer().serialize(Topics.TASK_COMMANDS.name(), record);
    }

    private CommandResult answer(Command command) {
        List<TestRecord<String, SpecificRecord>> answers = sent(Topics.TASK_COMMAND_RESULTS);
        assertThat(answers)
                .as("answers to %s; dead letters are %s", command, deadLetters())
                .hasSize(1);
        assertThat(answers.getFirst().key()).isEqualTo(RecordKeys.reply(REPLY_PARTITION, command.getCommandId()));
        return (CommandResult) answers.getFirst().value();
    }

    /** Avro's arrays, as they are read, can't be compared where there are times in them. */
    private static List<String> texts(Stream<? extends SpecificRecord> records) {
        return records.map(Object::toString).toList();
    }

    private void evolve(List<SpecificRecord> events) {
        EvolvedState evolved = EvolvedState.over(state);
        events.forEach(evolved::apply);
        state.write(evolved.changes(), evolved.seq());
    }

    /** As it lies in the store, for reads. */
    public StoredWorkspace stored() {
        return new StoredWorkspace(state.workspaceId(), driver.getKeyValueStore(StoreKeys.STORE), codecs);
    }

    private void storeIsAsTold() {
        StoredWorkspace stored = stored();
        assertThat(stored.seq()).isEqualTo(state.seq());
        assertThat(stored.workspace()).isEqualTo(state.workspace());
        assertThat(stored.members()).containsExactlyInAnyOrderElementsOf(state.members());
        assertThat(texts(stored.tasks(null, Integer.MAX_VALUE).stream())).isEqualTo(texts(state.allTasks().stream()));
        assertThat(stored.lists().first(Integer.MAX_VALUE))
                .isEqualTo(state.lists().first(Integer.MAX_VALUE));
        state.allLists().forEach(list -> {
            assertThat(stored.list(list.getId())).contains(list);
            assertThat(stored.tasks(list.getId()).first(Integer.MAX_VALUE))
                    .isEqualTo(state.tasks(list.getId()).first(Integer.MAX_VALUE));
        });
        timersAreAsTold();
        assertThat(pendingReminders(stored)).isEqualTo(pendingReminders(state));
    }

    /** Page by page. */
    private static List<ReminderPlace> pendingReminders(StoredWorkspace stored) {
        List<ReminderPlace> places = new ArrayList<>();
        List<PendingReminder> page = stored.pendingReminders(null, SMALL_PAGE);
        while (!page.isEmpty()) {
            page.forEach(reminder -> places.add(reminder.place()));
            page = stored.pendingReminders(places.getLast(), SMALL_PAGE);
        }
        return places;
    }

    private static List<ReminderPlace> pendingReminders(InMemoryWorkspace state) {
        return state.timers().stream()
                .<ReminderPlace>mapMulti((timer, places) -> {
                    if (timer instanceof Timer.OfReminder(var due, var task, var reminder)) {
                        places.accept(new ReminderPlace(due, task, reminder));
                    }
                })
                .sorted()
                .toList();
    }

    private void timersAreAsTold() {
        TimerQueue timers = new TimerQueue(driver.getKeyValueStore(TimerQueue.STORE));
        assertThat(timers.due(Instant.MAX.getEpochSecond(), Integer.MAX_VALUE, Integer.MAX_VALUE))
                .extracting(DueTimer::timer)
                .containsExactlyInAnyOrderElementsOf(state.timers());
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
        folder.delete();
    }
}
