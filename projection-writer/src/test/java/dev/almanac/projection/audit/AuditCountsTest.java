package dev.almanac.projection.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.projection.apply.Advance;
import dev.almanac.projection.apply.AuditRow;
import dev.almanac.projection.apply.Batch;
import dev.almanac.projection.apply.Place;
import dev.almanac.projection.backing.TestReadModel;
import dev.almanac.projection.write.AuditModel;
import dev.almanac.schemas.audit.AuditEntry;
import dev.almanac.schemas.command.Command;
import dev.almanac.schemas.id.Ids;
import dev.almanac.topology.testkit.Act;
import dev.almanac.topology.testkit.Audited;
import dev.almanac.topology.testkit.DecidedByTopology;
import dev.almanac.topology.testkit.Happening;
import dev.almanac.topology.testkit.PlainCounts;
import dev.almanac.topology.testkit.RandomSteps;
import dev.almanac.topology.testkit.RandomSteps.Step;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * Random commands through both topologies and into Postgres: what is counted in the state store, in the rows and by a plain
 * model is the same, also where all of the log comes twice.
 */
class AuditCountsTest {
    private static final Instant START = Instant.parse("2026-11-02T22:00:00Z");
    private static final Duration STEP = Duration.ofMinutes(17);
    private static final LocalDate FIRST = LocalDate.of(2026, 11, 1);
    private static final int MANY = 10_000;

    private static final TestReadModel DATABASE = TestReadModel.create();
    private static final AuditModel MODEL = DATABASE.auditWriter();
    private static final AtomicInteger WORKSPACES = new AtomicInteger();

    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
    void storeRowsAndPlainModelAgree(@ForAll(supplier = RandomSteps.class) List<Step> steps) {
        UUID workspace = Ids.v5(new UUID(0, 7), "workspace " + WORKSPACES.incrementAndGet());
        try (DecidedByTopology tasks = new DecidedByTopology(workspace, START);
                Audited almanac = new Audited(tasks, START)) {
            PlainCounts plain = new PlainCounts();
            put(almanac, plain, RandomSteps.team(), 0);
            for (int i = 0; i < steps.size(); i++) {
                put(almanac, plain, steps.get(i).act(), i + 1);
            }
            almanac.tellAllAgain();

            List<AuditEntry> log = almanac.log();
            project(log);

            assertThat(stored(almanac)).isEqualTo(plain.lines());
            assertThat(projected(workspace)).isEqualTo(plain.lines());
            assertThat(almanac.activity().entries(Optional.empty(), MANY))
                    .hasSize(entries(workspace))
                    .doesNotHaveDuplicates();
        }
    }

    private static void put(Audited almanac, PlainCounts plain, Act act, int number) {
        UUID workspace = almanac.state().workspaceId();
        Instant now = START.plus(STEP.multipliedBy(number));
        Command command = act.toCommand(Ids.v5(workspace, "command " + number), workspace, now);
        Happening happening = almanac.put(command, now);
        plain.count(command, happening.result().getOutcomes(), now);
    }

    private static void project(List<AuditEntry> log) {
        String topic = "task-audit-" + WORKSPACES.get();
        MODEL.positions(topic, List.of(0));
        List<AuditRow> rows = IntStream.range(0, log.size())
                .mapToObj(i -> AuditRow.read(
                        new Place(topic, 0, i),
                        AuditEntry.newBuilder(log.get(i)).build()))
                .flatMap(Optional::stream)
                .toList();
        for (int from = 0; from < rows.size(); from += 7) {
            int to = Math.min(rows.size(), from + 7);
            MODEL.apply(new Batch<>(topic, rows.subList(from, to), List.of(new Advance(0, from, to))))
                    .block();
        }
    }

    private static List<String> stored(Audited almanac) {
        return almanac.counts().counts(FIRST, FIRST.plusYears(1), MANY).stream()
                .map(count -> "%s %s %s %d %d"
                        .formatted(
                                count.key().day(),
                                count.key().userId(),
                                count.key().action(),
                                count.count(),
                                count.rejected()))
                .sorted()
                .toList();
    }

    private static List<String> projected(UUID workspace) {
        return DATABASE
                .query("select concat_ws(' ', day, user_id, action, count, rejected) from audit_count"
                        + " where workspace_id = '" + workspace + "'")
                .stream()
                .sorted()
                .toList();
    }

    private static int entries(UUID workspace) {
        return Integer.parseInt(
                DATABASE.query("select count(*) from audit_entry where workspace_id = '" + workspace + "'")
                        .getFirst());
    }
}
