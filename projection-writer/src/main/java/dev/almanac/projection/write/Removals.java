package dev.almanac.projection.write;

import dev.almanac.projection.apply.Change;
import dev.almanac.projection.apply.Row;
import dev.almanac.schemas.model.EntityKind;
import io.r2dbc.spi.Connection;
import java.util.List;
import java.util.Locale;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Takes things out of their tables and leaves a tombstone for each, by which a client that syncs learns of it. */
final class Removals {
    private static final Rows<Change.Remove> THINGS = new Rows<>(List.of(
            Column.of("workspace_id", "uuid", Change.Remove::workspaceId),
            Column.of("id", "uuid", Change.Remove::id),
            Column.of("seq", "bigint", Change.Remove::seq)));

    private static final Upsert<Change.Remove> TOMBSTONES = new Upsert<>(
            "removed",
            List.of("workspace_id", "kind", "id"),
            List.of(
                    Column.of("workspace_id", "uuid", Change.Remove::workspaceId),
                    Column.of("kind", "text", removal -> table(removal.kind())),
                    Column.of("id", "uuid", Change.Remove::id),
                    Column.of("seq", "bigint", Change.Remove::seq)));

    private static final Rows<Row> RETURNED = new Rows<>(List.of(
            Column.of("workspace_id", "uuid", Row::workspaceId),
            Column.of("kind", "text", row -> table(row.kind())),
            Column.of("id", "uuid", Row::id),
            Column.of("seq", "bigint", Row::seq)));

    private static final String RETURN = "delete from removed using " + RETURNED.source()
            + " where removed.workspace_id = given.workspace_id and removed.kind = given.kind"
            + " and removed.id = given.id and removed.seq < given.seq";

    private Removals() {}

    static Mono<Void> write(Connection connection, List<Change.Remove> removals) {
        if (removals.isEmpty()) {
            return Mono.empty();
        }
        return Flux.fromArray(EntityKind.values())
                .concatMap(kind -> delete(
                        connection,
                        kind,
                        removals.stream().filter(r -> r.kind() == kind).toList()))
                .then(TOMBSTONES.write(connection, removals));
    }

    /**
     * A removed member may be added again, that a comment was deleted taken back, a filter saved anew under its old id;
     * nothing else returns under its id.
     */
    static Mono<Void> undo(Connection connection, List<Row> returned) {
        return returned.isEmpty()
                ? Mono.empty()
                : Sql.update(RETURNED.bind(connection.createStatement(RETURN), returned))
                        .then();
    }

    private static Mono<Void> delete(Connection connection, EntityKind kind, List<Change.Remove> removals) {
        if (removals.isEmpty()) {
            return Mono.empty();
        }
        String sql = "delete from " + table(kind) + " as held using " + THINGS.source()
                + " where held.workspace_id = given.workspace_id and held." + idColumn(kind) + " = given.id"
                + " and held.seq < given.seq";
        return Sql.update(THINGS.bind(connection.createStatement(sql), removals))
                .then();
    }

    private static String table(EntityKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static String idColumn(EntityKind kind) {
        return switch (kind) {
            case WORKSPACE -> "workspace_id";
            case MEMBER -> "user_id";
            case LIST, TASK, COMMENT, FILTER -> "id";
            case UNKNOWN, REMINDER -> throw new IllegalArgumentException("A " + kind + " has no table");
        };
    }
}
