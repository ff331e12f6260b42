package dev.almanac.projection.write;

import static java.util.Objects.requireNonNull;

import dev.almanac.projection.apply.AuditRow;
import io.r2dbc.spi.Connection;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;

/**
 * The tables {@code audit_entry}, {@code audit_count} and {@code audit_progress}.
 *
 * <p>An entry is counted by the statement that inserts it, and only if it does: so one that comes again counts nothing.
 */
final class AuditTables {
    private static final HexFormat HEX = HexFormat.of();

    private static final Rows<AuditRow> ENTRIES = new Rows<>(List.of(
            Column.of("workspace_id", "uuid", AuditRow::workspaceId),
            Column.of("command_id", "uuid", AuditRow::commandId),
            Column.of("operation", "int", AuditRow::operation),
            Column.of("at", "timestamptz", AuditRow::at),
            Column.of("seq", "bigint", AuditRow::seq),
            Column.of("day", "date", AuditRow::day),
            Column.of("user_id", "uuid", AuditRow::userId),
            Column.of("action", "text", AuditRow::action),
            Column.of("outcome", "text", row -> row.outcome().name().toLowerCase(Locale.ROOT)),
            Column.of("task_id", "uuid", AuditRow::taskId),
            Column.of("event_id", "uuid", AuditRow::eventId),
            Column.of("entry", "bytea", row -> "\\x" + HEX.formatHex(row.entry()))));

    private static final String ADD = "with added as (insert into audit_entry (" + ENTRIES.names() + ") select "
            + ENTRIES.selected() + " from " + ENTRIES.source()
            + " on conflict (workspace_id, command_id, operation) do nothing"
            + " returning workspace_id, day, user_id, action, outcome, at),"
            + " counted as (insert into audit_count (workspace_id, day, user_id, action, count, rejected)"
            + " select workspace_id, day, user_id, action, count(*), count(*) filter (where outcome = 'rejected')"
            + " from added group by workspace_id, day, user_id, action"
            + " on conflict (workspace_id, day, user_id, action) do update"
            + " set count = audit_count.count + excluded.count,"
            + " rejected = audit_count.rejected + excluded.rejected)"
            + " select at from added";

    private static final Rows<Map.Entry<UUID, Long>> REACHED = new Rows<>(List.of(
            Column.of("workspace_id", "uuid", Map.Entry::getKey), Column.of("seq", "bigint", Map.Entry::getValue)));

    private static final String REACH = "insert into audit_progress (workspace_id, seq) select " + REACHED.selected()
            + " from " + REACHED.source() + " on conflict (workspace_id) do update set seq = excluded.seq"
            + " where audit_progress.seq < excluded.seq";

    private AuditTables() {}

    /** @return when each of those was made that were not there yet */
    static Mono<List<Instant>> add(Connection connection, List<AuditRow> rows) {
        return rows.isEmpty()
                ? Mono.just(List.of())
                : Sql.query(
                                ENTRIES.bind(connection.createStatement(ADD), rows),
                                row -> requireNonNull(row.get("at", Instant.class)))
                        .collectList()
                        .flatMap(added -> reach(connection, rows).thenReturn(added));
    }

    private static Mono<Void> reach(Connection connection, List<AuditRow> rows) {
        Map<UUID, Long> seqs = rows.stream().collect(Collectors.toMap(AuditRow::workspaceId, AuditRow::seq, Math::max));
        return Sql.update(REACHED.bind(connection.createStatement(REACH), List.copyOf(seqs.entrySet())))
                .then();
    }
}
