package dev.almanac.api.export;

import dev.almanac.api.limit.Places;
import dev.almanac.api.problem.Problem;
import dev.almanac.api.problem.ProblemType;
import io.r2dbc.postgresql.api.PostgresTransactionDefinition;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.IsolationLevel;
import io.r2dbc.spi.Readable;
import io.r2dbc.spi.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Reads a workspace whole, from one snapshot of the read model, by cursors: so it is what there was at one moment, however
 * large it is and however slow who reads it, and only some rows of it are in memory.
 */
@Component
class WholeWorkspace {
    private static final PostgresTransactionDefinition SNAPSHOT =
            PostgresTransactionDefinition.from(IsolationLevel.REPEATABLE_READ).readOnly();
    private static final Duration RETRY = Duration.ofSeconds(5);
    private static final String SEQ = "select coalesce((select seq from almanac.progress where workspace_id = $1), 0)"
            + " from almanac.member where workspace_id = $1 and user_id = $2";
    /** In the order in which a reader who can't take them all would miss them. */
    private static final String CALENDAR = "select state::text from almanac.task where workspace_id = $1"
            + " and deleted_at is null and (status = 'open' or updated_at >= $2)"
            + " order by status <> 'open', due_at, id limit 10000";

    private static final String OCCURRENCES = "select json_build_object('id', task.id, 'seriesId', state -> 'seriesId',"
            + " 'occurrence', state -> 'occurrence', 'due', state -> 'due',"
            + " 'recurrence', case when state #> '{recurrence,successor}' is null then state -> 'recurrence' end,"
            + " 'above', exists(select from almanac.task below where below.workspace_id = $1"
            + " and below.parent_id = task.id and below.deleted_at is null))::text"
            + " from almanac.task where workspace_id = $1 and deleted_at is null and state -> 'seriesId' is not null";

    private static final String STATE = "select state::text from almanac.%s where workspace_id = $1 order by %s";

    private final ConnectionFactory connections;
    private final ExportSettings settings;
    private final Places places;

    WholeWorkspace(ConnectionFactory connections, ExportSettings settings) {
        this.connections = connections;
        this.settings = settings;
        this.places = new Places(settings.atOnce(), "Others are exporting at the moment", RETRY);
    }

    /**
     * All of it of some kinds, tasks in the trash too.
     *
     * @param seen is told the seq of the snapshot before the first piece
     * @return fails with a problem before the first piece: {@code unavailable} where too many read at once
     */
    Flux<Piece> read(UUID workspaceId, UUID userId, Set<Piece.Kind> kinds, LongConsumer seen) {
        return read(
                workspaceId,
                userId,
                seen,
                connection -> Flux.fromIterable(EnumSet.copyOf(kinds))
                        .concatMap(kind -> pieces(connection, workspaceId, kind), 0));
    }

    /**
     * What is in sight of it, likewise: the workspace, its lists, and of the tasks outside the trash those that are open or
     * were closed not long ago, at most 10,000.
     */
    Flux<Piece> readForCalendar(UUID workspaceId, UUID userId, Instant closedSince, LongConsumer seen) {
        return read(
                workspaceId,
                userId,
                seen,
                connection -> Flux.concat(
                        pieces(connection, workspaceId, Piece.Kind.WORKSPACE),
                        pieces(connection, workspaceId, Piece.Kind.LIST),
                        pieces(
                                () -> connection
                                        .createStatement(CALENDAR)
                                        .bind("$1", workspaceId)
                                        .bind("$2", closedSince),
                                Piece.Kind.TASK)));
    }

    private Flux<Piece> read(
            UUID workspaceId, UUID userId, LongConsumer seen, Function<Connection, Flux<Piece>> pieces) {
        return places.during(() -> Flux.usingWhen(
                        connections.create(),
                        connection -> Mono.from(connection.beginTransaction(SNAPSHOT))
                                .then(seq(connection, workspaceId, userId))
                                .doOnNext(seen::accept)
                                .thenMany(pieces.apply(connection)),
                        connection ->
                                Mono.from(connection.rollbackTransaction()).then(Mono.from(connection.close()))))
                .takeUntilOther(Mono.delay(settings.longest())
                        .then(Mono.error(
                                () -> new IllegalStateException("An export took longer than " + settings.longest()))));
    }

    private static Mono<Long> seq(Connection connection, UUID workspaceId, UUID userId) {
        return Flux.from(connection
                        .createStatement(SEQ)
                        .bind("$1", workspaceId)
                        .bind("$2", userId)
                        .execute())
                .flatMap(result -> result.map((Function<Readable, Long>) row -> row.get(0, Long.class)))
                .next()
                .switchIfEmpty(Mono.error(() -> Problem.of(
                                ProblemType.NOT_FOUND, "There is no such workspace, or you are no member of it")
                        .exception()));
    }

    private Flux<Piece> pieces(Connection connection, UUID workspaceId, Piece.Kind kind) {
        var statement = switch (kind) {
            case OCCURRENCE -> OCCURRENCES;
            case WORKSPACE -> STATE.formatted("workspace", "workspace_id");
            case MEMBER -> STATE.formatted("member", "user_id");
            case LIST -> STATE.formatted("list", "position, id");
            case TASK -> STATE.formatted("task", "id");
            case COMMENT -> STATE.formatted("comment", "id");
        };
        return pieces(() -> connection.createStatement(statement).bind("$1", workspaceId), kind);
    }

    private Flux<Piece> pieces(Supplier<Statement> statement, Piece.Kind kind) {
        return Flux.defer(() -> statement.get().fetchSize(settings.fetchSize()).execute())
                .concatMap(
                        result -> result.map(
                                (Function<Readable, Piece>) row -> new Piece(kind, row.get(0, String.class))),
                        0);
    }
}
