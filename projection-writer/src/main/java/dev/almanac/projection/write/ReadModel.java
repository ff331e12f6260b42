package dev.almanac.projection.write;

import static java.util.Objects.requireNonNull;

import dev.almanac.projection.apply.Batch;
import dev.almanac.projection.apply.Change;
import dev.almanac.projection.apply.CommentRow;
import dev.almanac.projection.apply.Fact;
import dev.almanac.projection.apply.FilterRow;
import dev.almanac.projection.apply.ListRow;
import dev.almanac.projection.apply.MemberRow;
import dev.almanac.projection.apply.Plan;
import dev.almanac.projection.apply.Planner;
import dev.almanac.projection.apply.Row;
import dev.almanac.projection.apply.TaskRow;
import dev.almanac.projection.apply.WorkspaceRow;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;

/** The read model in Postgres, in the schema to which the connections point. For one thread, one call at a time. */
public final class ReadModel implements Projection<Fact> {
    private final ConnectionFactory connections;
    private final WriterConnection writer;

    /** @param timeout after which a transaction is given up */
    public ReadModel(ConnectionFactory connections, Duration timeout) {
        this.connections = connections;
        this.writer = new WriterConnection(connections, timeout);
    }

    @Override
    public Map<Integer, Long> positions(String topic, Collection<Integer> partitions) {
        return requireNonNull(
                writer.inTransaction(connection -> AppliedOffsets.positions(connection, topic, partitions))
                        .block());
    }

    @Override
    public Mono<Plan> apply(Batch<Fact> batch) {
        return writer.inTransaction(connection -> AppliedOffsets.advance(connection, batch)
                .then(Mono.defer(() -> Standing.of(connection, workspaces(batch))))
                .map(known -> Planner.plan(batch.facts(), known))
                .flatMap(plan -> write(connection, plan).thenReturn(plan)));
    }

    /** How many workspaces stand still; asks beside the writing, from any thread. */
    public Mono<Long> haltedWorkspaces() {
        return Mono.usingWhen(connections.create(), Standing::halted, Connection::close);
    }

    private static Mono<Void> write(Connection connection, Plan plan) {
        return Tables.WORKSPACE
                .write(connection, rows(plan, WorkspaceRow.class))
                .then(Tables.MEMBER.write(connection, rows(plan, MemberRow.class)))
                .then(Tables.LIST.write(connection, rows(plan, ListRow.class)))
                .then(Tables.TASK.write(connection, rows(plan, TaskRow.class)))
                .then(Tables.COMMENT.write(connection, rows(plan, CommentRow.class)))
                .then(Tables.FILTER.write(connection, rows(plan, FilterRow.class)))
                .then(Removals.write(connection, removals(plan)))
                .then(Removals.undo(connection, mayHaveReturned(plan)))
                .then(Standing.write(connection, plan));
    }

    private static List<Row> mayHaveReturned(Plan plan) {
        return rows(plan, Row.class).stream()
                .filter(row -> row instanceof MemberRow || row instanceof CommentRow || row instanceof FilterRow)
                .toList();
    }

    private static Set<UUID> workspaces(Batch<Fact> batch) {
        return batch.facts().stream().map(fact -> fact.change().workspaceId()).collect(Collectors.toSet());
    }

    private static <R> List<R> rows(Plan plan, Class<R> type) {
        return plan.changes().stream()
                .filter(Change.Put.class::isInstance)
                .map(change -> ((Change.Put) change).row())
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private static List<Change.Remove> removals(Plan plan) {
        return plan.changes().stream()
                .filter(Change.Remove.class::isInstance)
                .map(Change.Remove.class::cast)
                .toList();
    }
}
