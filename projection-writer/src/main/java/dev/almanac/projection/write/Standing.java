package dev.almanac.projection.write;

import static java.util.Objects.requireNonNull;

import dev.almanac.projection.apply.AcceptedGap;
import dev.almanac.projection.apply.Known;
import dev.almanac.projection.apply.Plan;
import dev.almanac.projection.apply.Progress;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Where each workspace stands: the tables {@code progress} and {@code accepted_gap}. */
final class Standing {
    private static final Rows<UUID> WORKSPACES =
            new Rows<>(List.of(Column.of("workspace_id", "uuid", Function.identity())));

    private static final String READ = "select workspace_id, progress.seq, halted_reason,"
            + " array(select seq from accepted_gap where accepted_gap.workspace_id = given.workspace_id) as accepted"
            + " from " + WORKSPACES.source() + " left join progress using (workspace_id)";

    /** @param audited seq of the last event of which the audit log has to tell; 0 where that is none of the batch */
    private record Reached(UUID workspaceId, Progress progress, long audited) {}

    private static final Rows<Reached> REACHED = new Rows<>(List.of(
            Column.of("workspace_id", "uuid", Reached::workspaceId),
            Column.of("seq", "bigint", reached -> reached.progress().seq()),
            Column.of("halted_reason", "text", reached -> haltedReason(reached.progress())),
            Column.of("audited_seq", "bigint", Reached::audited)));

    private static final String WRITE = "insert into progress (" + REACHED.names() + ") select " + REACHED.selected()
            + " from " + REACHED.source() + " on conflict (workspace_id) do update"
            + " set seq = excluded.seq, halted_reason = excluded.halted_reason,"
            + " audited_seq = greatest(progress.audited_seq, excluded.audited_seq) where progress.seq <= excluded.seq";

    private static final String HALTED = "select count(*) from progress where halted_reason is not null";

    private record Found(
            UUID workspaceId, @Nullable Long seq, @Nullable String haltedReason, Long[] accepted) {}

    private Standing() {}

    static Mono<Known> of(Connection connection, Collection<UUID> workspaces) {
        return Sql.query(WORKSPACES.bind(connection.createStatement(READ), List.copyOf(workspaces)), Standing::found)
                .collectList()
                .map(Standing::known);
    }

    static Mono<Void> write(Connection connection, Plan plan) {
        List<Reached> reached = plan.progress().entrySet().stream()
                .map(entry -> new Reached(
                        entry.getKey(), entry.getValue(), plan.audited().getOrDefault(entry.getKey(), 0L)))
                .toList();
        return reached.isEmpty()
                ? Mono.empty()
                : Sql.update(REACHED.bind(connection.createStatement(WRITE), reached))
                        .then();
    }

    static Mono<Long> halted(Connection connection) {
        return Sql.query(connection.createStatement(HALTED), row -> requireNonNull(row.get(0, Long.class)))
                .single();
    }

    private static Found found(Readable row) {
        return new Found(
                requireNonNull(row.get("workspace_id", UUID.class)),
                row.get("seq", Long.class),
                row.get("halted_reason", String.class),
                requireNonNull(row.get("accepted", Long[].class)));
    }

    private static Known known(List<Found> rows) {
        Map<UUID, Progress> progress = new HashMap<>();
        Set<AcceptedGap> acceptedGaps = new HashSet<>();
        for (Found row : rows) {
            if (row.seq() != null) {
                progress.put(row.workspaceId(), progress(row.seq(), row.haltedReason()));
            }
            for (Long seq : row.accepted()) {
                acceptedGaps.add(new AcceptedGap(row.workspaceId(), seq));
            }
        }
        return new Known(progress, acceptedGaps);
    }

    private static Progress progress(long seq, @Nullable String haltedReason) {
        return haltedReason == null ? new Progress.Following(seq) : new Progress.Halted(seq, haltedReason);
    }

    private static @Nullable String haltedReason(Progress progress) {
        return switch (progress) {
            case Progress.Following following -> null;
            case Progress.Halted halted -> halted.reason();
        };
    }
}
