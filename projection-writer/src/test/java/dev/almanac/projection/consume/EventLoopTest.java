package dev.almanac.projection.consume;

import static dev.almanac.projection.history.Things.id;
import static dev.almanac.projection.history.Things.metadata;
import static dev.almanac.projection.history.Things.task;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.almanac.projection.backing.Follower;
import dev.almanac.projection.backing.TestLog;
import dev.almanac.projection.backing.TestReadModel;
import dev.almanac.projection.history.History;
import dev.almanac.schemas.event.TaskEdited;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Following the log, on the real broker, registry and Postgres. */
class EventLoopTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final UUID WORKSPACE = id("workspace", 1);
    private static final UUID OTHER = id("workspace", 2);

    @AutoClose
    private final TestReadModel database = TestReadModel.create();

    @AutoClose
    private final TestLog log = TestLog.create();

    EventLoopTest() throws ExecutionException, InterruptedException {}

    @Test
    void eventsBecomeRows() throws Exception {
        List<History.Entry> history = History.of(numbers(300));
        try (Follower follower = Follower.start(log, database.writer(), "one")) {
            log.append(history);

            awaitRowsOf(history);
            await().atMost(SOON).until(() -> follower.loop().state() instanceof LoopState.Following);
            assertThat(follower.applied()).isEqualTo(300);
        }
    }

    @Test
    void whatATransactionGaveUpIsNoEvent() throws Exception {
        try (Follower follower = Follower.start(log, database.writer(), "one")) {
            log.append(edits(WORKSPACE, 1, 2));
            log.abort(edits(WORKSPACE, 3, 4));
            log.append(edits(WORKSPACE, 3, 3));

            awaitProgress(WORKSPACE, 3);
            assertThat(follower.applied()).isEqualTo(3);
        }
    }

    @Test
    void thePositionIsTheReadModelsWhateverTheConsumerGroup() throws Exception {
        try (Follower first = Follower.start(log, database.writer(), "one")) {
            log.append(edits(WORKSPACE, 1, 10));
            awaitProgress(WORKSPACE, 10);
        }
        log.append(edits(WORKSPACE, 11, 20));

        try (Follower second = Follower.start(log, database.writer(), "two")) {
            awaitProgress(WORKSPACE, 20);

            assertThat(second.applied()).isEqualTo(10);
            assertThat(second.counter("passed.over")).isZero();
        }
    }

    @Test
    void instancesOfOneGroupShareTheWork() throws Exception {
        List<History.Entry> history = History.of(numbers(400));
        try (Follower first = Follower.start(log, database.writer(), "one");
                Follower second = Follower.start(log, database.writer(), "one")) {
            log.append(history.subList(0, 200));
            awaitRowsOf(history.subList(0, 200));
            log.append(history.subList(200, 400));

            awaitRowsOf(history);
            assertThat(first.applied() + second.applied()).isEqualTo(400);
        }
    }

    @Test
    void ofTwoWritersAtTheSamePartitionsEachEventIsWrittenByOne() throws Exception {
        List<History.Entry> history = History.of(numbers(2000));
        // Two groups, so that each believes to own every partition.
        try (Follower one = Follower.start(log, database.writer(), "one");
                Follower other = Follower.start(log, database.writer(), "other")) {
            for (int i = 0; i < history.size(); i += 20) {
                log.append(history.subList(i, i + 20));
            }

            awaitRowsOf(history);
            assertThat(one.applied() + other.applied()).isEqualTo(2000);
            assertThat(one.counter("passed.over") + other.counter("passed.over"))
                    .isZero();
        }
    }

    @Test
    void aConnectionThatDiesBeforeTheCommitTakesTheRowsAlong() throws Exception {
        try (Follower follower = Follower.start(log, database.writer(), "one");
                Connection obstacle = database.connect();
                Statement statement = obstacle.createStatement()) {
            log.append(edits(WORKSPACE, 1, 1));
            awaitProgress(WORKSPACE, 1);
            obstacle.setAutoCommit(false);
            // Progress is written last: the rows are there, but not committed.
            statement.execute("lock table progress in exclusive mode");
            log.append(edits(WORKSPACE, 2, 6));
            await().atMost(SOON)
                    .until(() -> !database.query("select pid from pg_stat_activity where wait_event_type = 'Lock'"
                                    + " and query like 'insert into progress%'")
                            .isEmpty());

            database.execute("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'writer'"
                    + " and datname = current_database()");
            assertThat(database.query("select seq from task")).containsExactly("1");
            obstacle.rollback();

            awaitProgress(WORKSPACE, 6);
            assertThat(database.query("select seq from task")).containsExactly("6");
            assertThat(follower.applied()).isEqualTo(6);
            assertThat(follower.counter("passed.over")).isZero();
        }
    }

    @Test
    void aGapHaltsItsWorkspaceAndNoOther() throws Exception {
        try (Follower follower = Follower.start(log, database.writer(), "one")) {
            log.append(edits(WORKSPACE, 1, 3));
            log.append(edits(WORKSPACE, 5, 6));
            log.append(edits(OTHER, 1, 4));

            awaitProgress(OTHER, 4);
            await().atMost(SOON).until(() -> follower.counter("passed.over") == 2);
            assertThat(database.query("select seq from task where workspace_id = '" + WORKSPACE + "'"))
                    .containsExactly("3");
            assertThat(database.query("select concat_ws(' ', workspace_id, seq, halted_reason) from progress"
                            + " where halted_reason is not null"))
                    .singleElement()
                    .asString()
                    .startsWith(
                            WORKSPACE + " 3 Event 4 is missing: " + log.topic().name());
        }
    }

    @Test
    void anUnreadableRecordBecomesADeadLetterAndTheGapHaltsItsWorkspace() throws Exception {
        byte[] garbage = "no event".getBytes(UTF_8);
        try (Follower follower = Follower.start(log, database.writer(), "one")) {
            log.append(edits(WORKSPACE, 1, 2));
            log.append(WORKSPACE, garbage);
            log.append(edits(WORKSPACE, 4, 4));
            log.append(edits(OTHER, 1, 2));

            awaitProgress(OTHER, 2);
            await().atMost(SOON).until(() -> follower.counter("passed.over") == 1);
            awaitProgress(WORKSPACE, 2);
            assertThat(follower.counter("dead.letters")).isEqualTo(1);
        }
        ConsumerRecord<byte[], byte[]> letter = deadLetter();
        assertThat(letter.key()).isEqualTo(WORKSPACE.toString().getBytes(UTF_8));
        assertThat(letter.value()).isEqualTo(garbage);
        assertThat(letter.partition()).isEqualTo(TestLog.partition(WORKSPACE));
        assertThat(headers(letter))
                .containsEntry("__streams.errors.topic", log.topic().name())
                .containsEntry("__streams.errors.partition", Integer.toString(letter.partition()))
                // After two events and the end of their transaction.
                .containsEntry("__streams.errors.offset", "3")
                .containsKeys("__streams.errors.exception", "__streams.errors.message");
    }

    @Test
    void aSchemaThatTheRegistryDoesNotKnowIsWaitedFor() throws Exception {
        byte[] unknown = {0, 0x7F, 0, 0, 0, 2, 4, 6};
        try (Follower follower = Follower.start(log, database.writer(), "one")) {
            log.append(edits(WORKSPACE, 1, 2));
            awaitProgress(WORKSPACE, 2);
            log.append(WORKSPACE, unknown);

            await().atMost(SOON)
                    .until(() -> follower.loop().state() instanceof LoopState.Positioning(int failures, String reason)
                            && failures > 1
                            && reason.contains("knows no schema"));
            assertThat(follower.counter("dead.letters")).isZero();
            assertThat(follower.end()).isNotDone();
        }
    }

    @Test
    void aLogThatHasLostWhatComesNextEndsTheLoop() throws Exception {
        database.writer().positions(log.topic().name(), List.of(TestLog.partition(WORKSPACE)));
        database.execute("update applied_offset set next_offset = 1000");
        try (Follower follower = Follower.start(log, database.writer(), "one")) {
            await().atMost(SOON).until(follower.end()::isCompletedExceptionally);
            assertThat(follower.loop().state()).isEqualTo(new LoopState.Ended(false));
        } catch (ExecutionException e) {
            assertThat(e).hasMessageContaining("OffsetOutOfRange");
        }
    }

    private void awaitRowsOf(List<History.Entry> history) {
        Map<UUID, Long> last =
                history.stream().collect(Collectors.toMap(History.Entry::workspaceId, History.Entry::seq, Math::max));
        last.forEach(this::awaitProgress);
    }

    private void awaitProgress(UUID workspaceId, long seq) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(
                                database.query("select seq from progress where workspace_id = '" + workspaceId + "'"))
                        .containsExactly(Long.toString(seq)));
    }

    private ConsumerRecord<byte[], byte[]> deadLetter() {
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(TestLog.properties(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            TopicPartition partition = new TopicPartition(log.topic().dlq().name(), TestLog.partition(WORKSPACE));
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            return await().atMost(SOON)
                    .until(() -> consumer.poll(Duration.ofMillis(100)).records(partition), found -> !found.isEmpty())
                    .getFirst();
        }
    }

    private static Map<String, String> headers(ConsumerRecord<byte[], byte[]> letter) {
        return Arrays.stream(letter.headers().toArray())
                .collect(Collectors.toMap(Header::key, header -> new String(header.value(), UTF_8)));
    }

    private static List<History.Entry> edits(UUID workspaceId, long first, long last) {
        return LongStream.rangeClosed(first, last)
                .mapToObj(seq -> new History.Entry(
                        workspaceId,
                        seq,
                        new TaskEdited(
                                metadata(workspaceId, seq),
                                task(workspaceId, id("task", 1), seq).build(),
                                List.of("title"))))
                .toList();
    }

    private static List<Integer> numbers(int count) {
        return new Random(7).ints(count).boxed().toList();
    }
}
