package dev.almanac.benchmarks.projection;

import dev.almanac.benchmarks.stack.ProjectionStack;
import dev.almanac.schemas.event.EventMetadata;
import dev.almanac.schemas.event.TaskCreated;
import dev.almanac.schemas.id.Ids;
import dev.almanac.schemas.model.Actor;
import dev.almanac.schemas.model.ActorKind;
import dev.almanac.schemas.model.Priority;
import dev.almanac.schemas.model.Task;
import dev.almanac.schemas.model.TaskDate;
import dev.almanac.schemas.model.TaskStatus;
import dev.almanac.schemas.topic.RecordKeys;
import dev.almanac.schemas.topic.Topics;
import dev.almanac.schemas.topic.WorkspacePartitioner;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Writes {@code task-events}: tasks that are made in some new workspaces in turn. A title has three to eight words of
 * 20,000, as unequally frequent as those of a language; three tasks in ten have notes, four a tag, five a due date.
 */
final class TaskLog implements AutoCloseable {
    static final int WORKSPACES = 32;

    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private static final int WORDS = 20_000;

    private final Serializer<SpecificRecord> serializer;
    private final KafkaProducer<String, byte[]> producer;
    private final Random random = new Random(42);

    TaskLog(ProjectionStack stack) {
        serializer = stack.records().serializer();
        producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        stack.bootstrapServers(),
                        ProducerConfig.LINGER_MS_CONFIG,
                        0),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** New ones. */
    static List<UUID> workspaces() {
        return IntStream.range(0, WORKSPACES).mapToObj(_ -> UUID.randomUUID()).toList();
    }

    /** Appends one event a task; returns when all are in the log. */
    void append(List<UUID> workspaces, int tasks) {
        for (int i = 0; i < tasks; i++) {
            send(workspaces.get(i % workspaces.size()), i / workspaces.size() + 1L);
        }
        producer.flush();
    }

    /** Sends one; returns at once. */
    void send(UUID workspace, long seq) {
        String key = RecordKeys.workspace(workspace);
        producer.send(new ProducerRecord<>(
                Topics.TASK_EVENTS.name(),
                WorkspacePartitioner.partition(key, ProjectionStack.PARTITIONS),
                key,
                serializer.serialize(Topics.TASK_EVENTS.name(), created(workspace, seq))));
    }

    private TaskCreated created(UUID workspace, long seq) {
        UUID command = Ids.v7(NOW);
        return TaskCreated.newBuilder()
                .setMetadata(EventMetadata.newBuilder()
                        .setEventId(Ids.event(command, 0))
                        .setWorkspaceId(workspace)
                        .setSeq(seq)
                        .setActor(Actor.newBuilder()
                                .setUserId(workspace)
                                .setKind(ActorKind.USER)
                                .build())
                        .setOccurredAt(NOW)
                        .setCommandId(command)
                        .build())
                .setTask(task(workspace, seq))
                .build();
    }

    private Task task(UUID workspace, long seq) {
        return Task.newBuilder()
                .setId(Ids.v7(NOW))
                .setWorkspaceId(workspace)
                .setListId(Ids.inbox(workspace))
                .setTitle(words(3, 8))
                .setNotes(random.nextInt(10) < 3 ? words(5, 40) : null)
                .setStatus(TaskStatus.OPEN)
                .setPriority(Priority.values()[random.nextInt(5)])
                .setTags(random.nextInt(10) < 4 ? List.of("tag" + random.nextInt(60)) : List.of())
                .setDue(
                        random.nextBoolean()
                                ? TaskDate.newBuilder()
                                        .setDate(LocalDate.ofInstant(NOW, ZoneOffset.UTC)
                                                .plusDays(random.nextInt(365)))
                                        .build()
                                : null)
                .setReminders(List.of())
                .setPosition("a" + Long.toString(seq, 36))
                .setCreatedAt(NOW)
                .setCreatedBy(workspace)
                .setUpdatedAt(NOW)
                .setUpdatedBy(workspace)
                .setVersion(1)
                .setSeq(seq)
                .build();
    }

    private String words(int fewest, int most) {
        return random.ints(fewest + random.nextInt(most - fewest + 1))
                .mapToObj(_ -> word((int) (Math.pow(random.nextDouble(), 5) * WORDS)))
                .collect(Collectors.joining(" "));
    }

    /** Seven letters that are the number's alone. */
    private static String word(int number) {
        String letters = Long.toString(new Random(number).nextLong() >>> 1, 26);
        return letters.substring(0, 7)
                .chars()
                .mapToObj(c -> Character.toString('a' + Character.digit(c, 26)))
                .collect(Collectors.joining());
    }

    @Override
    public void close() {
        producer.close();
    }
}
