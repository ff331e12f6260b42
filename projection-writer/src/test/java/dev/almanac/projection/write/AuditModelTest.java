package dev.almanac.projection.write;

import static dev.almanac.projection.history.Things.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.almanac.projection.apply.Advance;
import dev.almanac.projection.apply.Applied;
import dev.almanac.projection.apply.AuditRow;
import dev.almanac.projection.apply.Batch;
import dev.almanac.projection.apply.Place;
import dev.almanac.projection.backing.TestReadModel;
import dev.almanac.projection.history.AuditRows;
import dev.almanac.schemas.audit.AuditEntry;
import dev.almanac.schemas.audit.AuditOutcome;
import dev.almanac.schemas.result.RejectionCode;
import dev.almanac.schemas.serde.StateCodec;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** What is kept of the audit log, on the real Postgres. */
class AuditModelTest {
    private static final String TOPIC = "task-audit";

    @AutoClose
    private final TestReadModel database = TestReadModel.create();

    private final AuditModel model = database.auditWriter();
    private long position;

    @Test
    void eachEntryIsARowAndCounted() {
        List<AuditRow> rows = AuditRows.of(200);

        apply(rows);

        assertThat(database.count("audit_entry")).isEqualTo(200);
        assertThat(counts()).isEqualTo(countsOf(rows));
    }

    @Test
    void anEntryThatComesAgainCountsNothing() {
        List<AuditRow> rows = AuditRows.of(50);
        apply(rows);
        Map<String, List<String>> once = contents();

        List<AuditRow> again = new ArrayList<>(rows);
        again.addAll(rows.subList(0, 10));
        Applied applied = apply(again);

        assertThat(contents()).isEqualTo(once);
        assertThat(applied.applied()).isEmpty();
        assertThat(applied.passedOver()).isEqualTo(60);
    }

    @Test
    void anEntryThatComesTwiceInOneBatchCountsOnce() {
        List<AuditRow> rows = AuditRows.of(10);
        List<AuditRow> twice = new ArrayList<>(rows);
        twice.addAll(rows);

        assertThat(apply(twice).applied()).hasSize(10);
        assertThat(counts()).isEqualTo(countsOf(rows));
    }

    @Test
    void ofAnEntryThatWasDecidedAgainLaterTheFirstCounts() {
        AuditEntry first = AuditRows.entry(0);
        AuditEntry later = AuditEntry.newBuilder(first)
                .setAt(first.getAt().plusSeconds(86_400))
                .build();

        apply(List.of(row(first)));
        apply(List.of(row(later)));

        assertThat(counts()).isEqualTo(countsOf(List.of(row(first))));
    }

    @Test
    void howItIsCutIntoBatchesMakesNoDifference() {
        List<AuditRow> rows = AuditRows.of(100);
        for (int i = 0; i < 100; i += 7) {
            apply(rows.subList(i, Math.min(100, i + 7)));
        }

        assertThat(counts()).isEqualTo(countsOf(rows));
        assertThat(database.query("select seq from audit_progress order by seq"))
                .containsExactly("98", "99", "100");
    }

    @Test
    void ofTwoWritersAtOnePartitionOneWrites() {
        AuditModel other = database.auditWriter();
        other.positions(TOPIC, List.of(0));
        List<AuditRow> rows = AuditRows.of(10);
        apply(rows);

        assertThatThrownBy(() -> other.apply(new Batch<>(TOPIC, rows, List.of(new Advance(0, 0, 10))))
                        .block())
                .isInstanceOf(PositionLostException.class);
        assertThat(counts()).isEqualTo(countsOf(rows));
    }

    @Test
    void theRecordIsKeptButNotFromWhereTheCommandCame() {
        AuditEntry entry = AuditRows.entry(0);
        apply(List.of(row(entry)));

        String hex =
                database.query("select encode(entry, 'hex') from audit_entry").getFirst();
        AuditEntry kept = StateCodec.of(AuditEntry.class).decode(HexFormat.of().parseHex(hex));
        assertThat(kept.getOrigin().getAddress()).isEmpty();
        assertThat(kept.getOrigin().getUserAgent()).isEmpty();
        assertThat(AuditEntry.newBuilder(kept).setOrigin(entry.getOrigin()).build())
                .isEqualTo(AuditRows.entry(0));
    }

    @Test
    void whatStrangersTryIsNotKept() {
        AuditEntry stranger = AuditEntry.newBuilder(AuditRows.entry(2))
                .setReason(RejectionCode.WORKSPACE_NOT_FOUND)
                .build();

        assertThat(AuditRow.read(new Place(TOPIC, 0, 0), stranger)).isEmpty();
    }

    @Test
    void aTextWithNulIsNoObstacle() {
        apply(List.of(row(AuditEntry.newBuilder(AuditRows.entry(0))
                .setAction("odd\0action\\\"")
                .build())));

        assertThat(database.query("select action from audit_entry")).containsExactly("odd\uFFFDaction\\\"");
        assertThat(database.query("select workspace_id from audit_entry"))
                .containsExactly(id("workspace", 0).toString());
    }

    @Test
    void whatIsOlderThanIsKeptIsDeletedSomeRowsAtATime() {
        List<AuditRow> rows = AuditRows.of(50);
        apply(rows);
        LocalDate day = LocalDate.parse("2026-11-08");
        List<AuditRow> kept =
                rows.stream().filter(row -> !row.day().isBefore(day)).toList();
        long old = rows.size()
                - kept.size()
                + countsOf(rows).size()
                - countsOf(kept).size();

        AuditExpiry expiry = database.auditExpiry();
        long removed = 0;
        long last = 7;
        while (last == 7) {
            last = expiry.removeBefore(day, 7).blockOptional().orElseThrow();
            assertThat(last).isLessThanOrEqualTo(7);
            removed += last;
        }

        assertThat(removed).isEqualTo(old);
        assertThat(database.count("audit_entry")).isEqualTo(kept.size());
        assertThat(counts()).isEqualTo(countsOf(kept));
        assertThat(expiry.removeBefore(day, 7).block()).isZero();
    }

    private static AuditRow row(AuditEntry entry) {
        return AuditRow.read(
                        new Place(TOPIC, 0, 0), AuditEntry.newBuilder(entry).build())
                .orElseThrow();
    }

    private Applied apply(List<AuditRow> rows) {
        if (position == 0) {
            model.positions(TOPIC, List.of(0));
        }
        Advance advance = new Advance(0, position, position + rows.size());
        position = advance.to();
        return Mono.<Applied>from(model.apply(new Batch<>(TOPIC, rows, List.of(advance))))
                .blockOptional()
                .orElseThrow();
    }

    private Map<String, List<String>> contents() {
        Map<String, List<String>> contents = database.contents();
        contents.remove("applied_offset");
        return contents;
    }

    private List<String> counts() {
        return database.query("select concat_ws(' ', workspace_id, day, user_id, action, count, rejected)"
                + " from audit_count order by 1");
    }

    private static List<String> countsOf(List<AuditRow> rows) {
        return rows.stream()
                .collect(Collectors.groupingBy(
                        row -> "%s %s %s %s".formatted(row.workspaceId(), row.day(), row.userId(), row.action())))
                .entrySet()
                .stream()
                .map(group -> group.getKey() + " " + group.getValue().size() + " "
                        + group.getValue().stream()
                                .filter(row -> row.outcome() == AuditOutcome.REJECTED)
                                .count())
                .sorted()
                .toList();
    }
}
