package dev.almanac.projection.rebuild;

import static dev.almanac.projection.history.Things.id;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.almanac.projection.apply.AcceptedGap;
import dev.almanac.projection.apply.Advance;
import dev.almanac.projection.apply.AuditRow;
import dev.almanac.projection.apply.Batch;
import dev.almanac.projection.apply.Facts;
import dev.almanac.projection.backing.Follower;
import dev.almanac.projection.backing.TestLog;
import dev.almanac.projection.backing.TestReadModel;
import dev.almanac.projection.consume.BatchPipeline;
import dev.almanac.projection.consume.ConsumerProperties;
import dev.almanac.projection.consume.RecordDecoder;
import dev.almanac.projection.history.AuditRows;
import dev.almanac.projection.history.History;
import dev.almanac.projection.metrics.ProjectionMetrics;
import dev.almanac.projection.write.AuditModel;
import dev.almanac.projection.write.ReadModel;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Rebuilding the read model, on the real broker, registry and Postgres. */
class RebuildTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Schemas SCHEMAS = new Schemas(TestReadModel.SCHEMA);

    @AutoClose
    private final TestReadModel database = TestReadModel.create();

    @AutoClose
    private final TestLog log = TestLog.create();

    RebuildTest() throws ExecutionException, InterruptedException {}

    @Test
    void arrivesAtTheSameRowsInEveryTable() throws Exception {
        List<History.Entry> history = new ArrayList<>(History.of(numbers(1500)));
        // One workspace with a hole, so that a halted one is among them.
        history.removeIf(entry -> entry.workspaceId().equals(id("workspace", 2)) && entry.seq() == 100);
        try (Follower follower = Follower.start(log, database.writer(), "live")) {
            for (int i = 0; i < history.size(); i += 100) {
                log.append(history.subList(i, Math.min(history.size(), i + 100)));
            }
            awaitOffsetsOf(history, follower);
        }
        Map<String, List<String>> live = database.contents();
        assertThat(live.get("task")).hasSizeGreaterThan(10);
        assertThat(live.get("removed")).isNotEmpty();

        rebuild(List.of());

        assertThat(database.contents()).isEqualTo(live);
    }

    @Test
    void goesOnOverAnAcceptedGap() throws Exception {
        List<History.Entry> history = new ArrayList<>(History.of(numbers(300)));
        UUID damaged = id("workspace", 2);
        long last = requireNonNull(lastSeqs(history).get(damaged));
        history.removeIf(entry -> entry.workspaceId().equals(damaged) && (entry.seq() == 10 || entry.seq() == 11));
        log.append(history);

        rebuild(List.of(new AcceptedGap(damaged, 12)));
        assertThat(progress(damaged)).containsExactly(Long.toString(last));

        // The next rebuild knows of it.
        Map<String, List<String>> first = database.contents();
        rebuild(List.of());
        assertThat(database.contents()).isEqualTo(first);
    }

    @Test
    void takesTheLiveOnesPlaceWhileItIsWritten() throws Exception {
        List<History.Entry> history = History.of(numbers(6000));
        try (Follower follower = Follower.start(log, database.writer(), "live")) {
            log.append(history.subList(0, 3000));
            CompletableFuture<Void> rebuild = CompletableFuture.runAsync(() -> rebuildUnchecked(List.of()));
            for (int i = 3000; i < history.size(); i += 10) {
                log.append(history.subList(i, i + 10));
            }
            rebuild.get(SOON.toSeconds(), TimeUnit.SECONDS);

            for (Map.Entry<UUID, Long> workspace : lastSeqs(history).entrySet()) {
                await().atMost(SOON)
                        .untilAsserted(() -> assertThat(progress(workspace.getKey()))
                                .containsExactly(Long.toString(workspace.getValue())));
            }
            assertThat(follower.end()).isNotDone();
        }
        Map<String, List<String>> live = database.contents();
        rebuild(List.of());
        assertThat(database.contents()).isEqualTo(live);
    }

    @Test
    void takesTheAuditLogsRowsAndPositionAlong() throws Exception {
        log.append(History.of(numbers(50)));
        List<AuditRow> rows = AuditRows.of(100);
        AuditModel audit = database.auditWriter();
        audit.positions("task-audit", List.of(0));
        audit.apply(new Batch<>("task-audit", rows.subList(0, 60), List.of(new Advance(0, 0, 60))))
                .block();
        Map<String, List<String>> before = database.contents();

        rebuild(List.of());

        for (String table : List.of("audit_entry", "audit_count", "audit_progress")) {
            assertThat(database.contents().get(table)).isNotEmpty().isEqualTo(before.get(table));
        }
        // The writer that has not noticed goes on where it was.
        audit.apply(new Batch<>("task-audit", rows.subList(60, 100), List.of(new Advance(0, 60, 100))))
                .block();
        assertThat(database.count("audit_entry")).isEqualTo(100);
        assertThat(schemas()).containsExactly("almanac");
    }

    @Test
    void makesAReadModelWhereThereIsNone() throws Exception {
        database.execute("drop schema almanac cascade");
        log.append(History.of(numbers(50)));

        rebuild(List.of());

        assertThat(database.count("progress")).isEqualTo(3);
        assertThat(schemas()).containsExactly("almanac");
    }

    @Test
    void whatAFailedOneLeftIsNoObstacle() throws Exception {
        log.append(History.of(numbers(50)));
        database.flyway(SCHEMAS.fresh()).migrate();
        database.execute("insert into almanac_rebuild.progress values (gen_random_uuid(), 7)");

        rebuild(List.of());

        assertThat(database.count("progress")).isEqualTo(3);
        assertThat(schemas()).containsExactly("almanac");
    }

    @Test
    void runsOnceAtATime() throws Exception {
        DriverManagerDataSource source = new DriverManagerDataSource(
                database.database().jdbcUrl(),
                database.database().user(),
                database.database().password());
        try (Replacement running = Replacement.begin(source, SCHEMAS)) {
            assertThatThrownBy(() -> rebuild(List.of()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("Another rebuild of almanac is running");
        }
    }

    private void rebuild(List<AcceptedGap> gaps) throws Exception {
        ReadModel fresh = database.writer(SCHEMAS.fresh());
        ProjectionMetrics metrics = new ProjectionMetrics(
                new SimpleMeterRegistry(), Clock.systemUTC(), log.topic().name());
        new Rebuild(
                        log.topic().name(),
                        SCHEMAS,
                        database.flyway(SCHEMAS.fresh()),
                        fresh,
                        () -> new KafkaConsumer<>(
                                ConsumerProperties.alone(TestLog.properties(), Follower.settings("none"))),
                        new BatchPipeline<>(
                                log.topic().name(),
                                new RecordDecoder<>(
                                        log.deserializer(),
                                        (place, event) -> Optional.of(Facts.read(place, event)),
                                        (record, error) -> {}),
                                fresh,
                                metrics))
                .run(gaps);
    }

    private void rebuildUnchecked(List<AcceptedGap> gaps) {
        try {
            rebuild(gaps);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void awaitOffsetsOf(List<History.Entry> history, Follower follower) {
        await().atMost(SOON).until(() -> follower.applied() + follower.counter("passed.over") == history.size());
    }

    private static Map<UUID, Long> lastSeqs(List<History.Entry> history) {
        return history.stream().collect(Collectors.toMap(History.Entry::workspaceId, History.Entry::seq, Math::max));
    }

    private List<String> progress(UUID workspaceId) {
        return database.query("select seq from progress where workspace_id = '" + workspaceId + "'");
    }

    private List<String> schemas() {
        return database.query("select nspname from pg_namespace where nspname like 'almanac%'");
    }

    private static List<Integer> numbers(int count) {
        return new Random(11).ints(count).boxed().toList();
    }
}
