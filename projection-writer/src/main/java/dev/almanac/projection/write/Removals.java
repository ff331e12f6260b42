package dev.almanac.projection.write;

import dev.almanac.projection.apply.Change;
import dev.almanac.projection.apply.MemberRow;
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

    private static final Rows<MemberRow> MEMBERS = new Rows<>(List.of(
            Column.of("workspace_id", "uuid", MemberRow::workspaceId),
            Column.of("user_id", "uuid", MemberRow::userId),
            Column.of("seq", "bigint", MemberRow::seq)));

    private static final String RETURN_MEMBERS = "delete from removed using " + MEMBERS.source()
            + " where removed.workspace_id = given.workspace_id and removed.kind = 'member'"
            + " and removed.id = given.user_id and removed.seq < given.seq";

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

    /** A removed member may be added again; no other thing returns under its id. */
    static Mono<Void> undo(Connection connection, List<MemberRow> members) {
        return members.isEmpty()
                ? Mono.empty()
                : Sql.update(MEMBERS.bind(connection.createStatement(RETURN_MEMBERS), members))
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
            case LIST, TASK, COMMENT -> "id";
            case UNKNOWN, REMINDER -> throw new IllegalArgumentException("A " + kind + " has no table");
        };
    }
}
