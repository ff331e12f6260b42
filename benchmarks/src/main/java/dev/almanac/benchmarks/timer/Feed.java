package dev.almanac.benchmarks.timer;

import dev.almanac.benchmarks.stack.TopologyStack;
import dev.almanac.schemas.command.Command;
import dev.almanac.schemas.command.CreateTask;
import dev.almanac.schemas.command.CreateWorkspace;
import dev.almanac.schemas.command.Operation;
import dev.almanac.schemas.command.Origin;
import dev.almanac.schemas.command.ReminderRequest;
import dev.almanac.schemas.command.ReplyTo;
import dev.almanac.schemas.command.TaskPatch;
import dev.almanac.schemas.id.Ids;
import dev.almanac.schemas.model.Actor;
import dev.almanac.schemas.model.ActorKind;
import dev.almanac.schemas.topic.RecordKeys;
import dev.almanac.schemas.topic.Topics;
import dev.almanac.schemas.topic.WorkspacePartitioner;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Puts commands where command-api puts them. They are made before any is sent, so that only their way is measured. */
final class Feed implements AutoCloseable {
    private static final Actor ACTOR = new Actor(UUID.randomUUID(), ActorKind.USER, "Bench");

    private final Clock clock = Clock.systemUTC();
    private final Serde<SpecificRecord> records;
    private final KafkaProducer<String, byte[]> producer;

    /** A command on its way. @param id by which its answer is known */
    record Sendable(UUID id, ProducerRecord<String, byte[]> record) {}

    Feed(TopologyStack stack) {
        records = stack.records();
        producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        stack.bootstrapServers(),
                        ProducerConfig.BUFFER_MEMORY_CONFIG,
                        128L * 1024 * 1024),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** Workspaces, evenly over all partitions, and the commands that make them sent. */
    List<UUID> workspaces(int count) {
        List<UUID> made = IntStream.range(0, count)
                .mapToObj(i -> in(i % TopologyStack.PARTITIONS))
                .toList();
        send(made.stream().map(this::create).toList());
        return made;
    }

    /** A workspace in this partition, and the command that makes it sent. */
    UUID workspace(int partition) {
        UUID made = in(partition);
        send(List.of(create(made)));
        return made;
    }

    private static UUID in(int partition) {
        return Stream.generate(UUID::randomUUID)
                .filter(id -> partition(id) == partition)
                .findFirst()
                .orElseThrow();
    }

    static int partition(UUID workspace) {
        return WorkspacePartitioner.partition(RecordKeys.workspace(workspace), TopologyStack.PARTITIONS);
    }

    private Sendable create(UUID workspace) {
        Operation operation = Operation.newBuilder()
                .setCreateWorkspace(new CreateWorkspace("Bench", Ids.inbox(workspace)))
                .build();
        return command(workspace, List.of(operation), null);
    }

    /**
     * Commands that make tasks.
     *
     * @param each tasks of one command
     * @param reminders makes the times of a task's reminders
     */
    List<Sendable> tasks(List<UUID> workspaces, int tasks, int each, Supplier<List<Instant>> reminders) {
        List<Sendable> made = new ArrayList<>();
        for (int i = 0; i < tasks / each; i++) {
            List<Operation> operations = IntStream.range(0, each)
                    .mapToObj(any -> task(reminders.get()))
                    .toList();
            made.add(command(workspaces.get(i % workspaces.size()), operations, null));
        }
        return made;
    }

    /** One task without reminders, to be answered. */
    Sendable asked(UUID workspace, int replyPartition) {
        return command(workspace, List.of(task(List.of())), new ReplyTo(replyPartition));
    }

    private Operation task(List<Instant> reminders) {
        UUID id = Ids.v7(clock.instant());
        TaskPatch fields = TaskPatch.newBuilder()
                .setTitle("Buy milk")
                .setReminders(reminders.stream()
                        .map(at -> new ReminderRequest(UUID.randomUUID(), at, null, null))
                        .toList())
                .build();
        return Operation.newBuilder()
                .setCreateTask(new CreateTask(id, null, fields, null))
                .build();
    }

    private Sendable command(UUID workspace, List<Operation> operations, @Nullable ReplyTo replyTo) {
        Instant now = clock.instant();
        UUID id = Ids.v7(now);
        Command command =
                new Command(id, workspace, ACTOR, now, new Origin(null, null), null, replyTo, null, true, operations);
        String topic = Topics.TASK_COMMANDS.name();
        byte[] bytes = records.serializer().serialize(topic, command);
        return new Sendable(
                id, new ProducerRecord<>(topic, partition(workspace), RecordKeys.workspace(workspace), bytes));
    }

    /** Returns when the broker has them all. */
    void send(List<Sendable> commands) {
        commands.forEach(this::send);
        producer.flush();
    }

    /** Returns at once. */
    void send(Sendable command) {
        producer.send(command.record());
    }

    @Override
    public void close() {
        producer.close();
    }
}
