package dev.almanac.topology.process;

import dev.almanac.schemas.command.Command;
import dev.almanac.schemas.serde.StateCodec;
import dev.almanac.schemas.store.RememberedResult;
import dev.almanac.schemas.topic.Topic;
import dev.almanac.schemas.topic.Topics;
import dev.almanac.topology.config.CommitProperties;
import dev.almanac.topology.config.IdempotencyProperties;
import dev.almanac.topology.config.TimerProperties;
import dev.almanac.topology.process.read.TypedReader;
import dev.almanac.topology.store.RememberedResults;
import dev.almanac.topology.store.StoreKeys;
import dev.almanac.topology.store.TimerQueue;
import java.util.Set;
import java.util.function.LongSupplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** The step that decides commands: from {@code task-commands} to all that follows from them. */
public final class TaskDecisions {
    static final String EVENTS = "task-events-sink";
    static final String UPDATES = "task-updates-sink";
    static final String RESULTS = "task-command-results-sink";
    static final String REMINDERS = "reminders-sink";
    static final String AUDIT = "task-audit-sink";
    static final String FOLLOW_UPS = "task-commands-sink";

    private static final String COMMANDS = "task-commands-source";
    private static final String DECIDE = "decide-commands";

    private final Serde<SpecificRecord> records;
    private final CommitProperties commit;
    private final IdempotencyProperties idempotency;
    private final TimerProperties timers;
    private final TimerMeters timerMeters;
    private final LongSupplier nanos;

    /**
     * @param records all that our topics carry
     * @param nanos a clock that only goes on, to measure by
     */
    public TaskDecisions(
            Serde<SpecificRecord> records,
            CommitProperties commit,
            IdempotencyProperties idempotency,
            TimerProperties timers,
            TimerMeters timerMeters,
            LongSupplier nanos) {
        this.records = records;
        this.commit = commit;
        this.idempotency = idempotency;
        this.timers = timers;
        this.timerMeters = timerMeters;
        this.nanos = nanos;
    }

    public void addTo(Topology topology) {
        topology.addSource(
                        COMMANDS,
                        new StringDeserializer(),
                        new TypedReader<>(Command.class, records.deserializer()),
                        Topics.TASK_COMMANDS.name())
                .addProcessor(DECIDE, new Supplier(), COMMANDS);
        addSink(topology, EVENTS, Topics.TASK_EVENTS, new WorkspacePlacement());
        addSink(topology, UPDATES, Topics.TASK_UPDATES, new WorkspacePlacement());
        addSink(topology, REMINDERS, Topics.REMINDERS, new WorkspacePlacement());
        addSink(topology, AUDIT, Topics.TASK_AUDIT, new WorkspacePlacement());
        addSink(topology, RESULTS, Topics.TASK_COMMAND_RESULTS, new ReplyPlacement());
        // What one decision can't hold goes on in a further command, after those that are waiting already.
        addSink(topology, FOLLOW_UPS, Topics.TASK_COMMANDS, new WorkspacePlacement());
    }

    private static void addSink(
            Topology topology, String name, Topic topic, StreamPartitioner<String, Object> placement) {
        topology.addSink(name, topic.name(), new StringSerializer(), new ByteArraySerializer(), placement, DECIDE);
    }

    /** Makes the processor of each partition, and the stores that come with it. */
    private final class Supplier implements ProcessorSupplier<String, Command, String, byte[]> {
        private final CommandPreparation preparation = new CommandPreparation(records.serializer());
        private final StateCodec<RememberedResult> rememberedCodec = StateCodec.of(RememberedResult.class);
        private final DueTimers dueTimers =
                new DueTimers(new TimerPreparation(records.serializer()), timers, timerMeters, nanos);
        private final ThreadLocal<GroupCommit> commits = ThreadLocal.withInitial(() -> new GroupCommit(commit));

        @Override
        public Processor<String, Command, String, byte[]> get() {
            return new CommandProcessor(preparation, rememberedCodec, idempotency, dueTimers, commits::get);
        }

        @Override
        public Set<StoreBuilder<?>> stores() {
            return Set.of(store(StoreKeys.STORE), store(RememberedResults.STORE), store(TimerQueue.STORE));
        }

        private static StoreBuilder<KeyValueStore<Bytes, byte[]>> store(String name) {
            return Stores.keyValueStoreBuilder(
                    Stores.persistentKeyValueStore(name), Serdes.Bytes(), Serdes.ByteArray());
        }
    }
}
