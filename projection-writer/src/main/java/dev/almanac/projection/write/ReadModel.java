package dev.almanac.projection.write;

import static java.util.Objects.requireNonNull;

import dev.almanac.projection.apply.Batch;
import dev.almanac.projection.apply.Change;
import dev.almanac.projection.apply.CommentRow;
import dev.almanac.projection.apply.ListRow;
import dev.almanac.projection.apply.MemberRow;
import dev.almanac.projection.apply.Plan;
import dev.almanac.projection.apply.Planner;
import dev.almanac.projection.apply.TaskRow;
import dev.almanac.projection.apply.WorkspaceRow;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** The read model in Postgres, in the schema to which the connections point. */
public final class ReadModel {
    private final DatabaseClient database;
    private final TransactionalOperator transaction;
    private final Duration timeout;

    /** @param timeout after which a transaction is given up */
    public ReadModel(DatabaseClient database, TransactionalOperator transaction, Duration timeout) {
        this.database = database;
        this.transaction = transaction;
        this.timeout = timeout;
    }

    /** The next offset to apply of each partition, 0 for one that was never read. */
    public Map<Integer, Long> positions(String topic, Collection<Integer> partitions) {
        return requireNonNull(AppliedOffsets.positions(database, topic, partitions)
                .timeout(timeout)
                .block());
    }

    /** How many workspaces stand still. */
    public Mono<Long> haltedWorkspaces() {
        return Standing.halted(database);
    }

    /**
     * Applies a batch in one transaction: all of it, or where this fails nothing.
     *
     * <p>The compare-and-set of the offsets comes first. It locks their rows, so of two writers at one partition the
     * second waits for the first, and then fails with {@link PositionLostException}.
     *
     * @return what was written
     */
    public Mono<Plan> apply(Batch batch) {
        return AppliedOffsets.advance(database, batch)
                .then(Mono.defer(() -> Standing.of(database, workspaces(batch))))
                .map(known -> Planner.plan(batch.facts(), known))
                .flatMap(plan -> write(plan).thenReturn(plan))
                .as(transaction::transactional)
                .timeout(timeout);
    }

    private Mono<Void> write(Plan plan) {
        List<MemberRow> members = rows(plan, MemberRow.class);
        return Tables.WORKSPACE
                .write(database, rows(plan, WorkspaceRow.class))
                .then(Tables.MEMBER.write(database, members))
                .then(Tables.LIST.write(database, rows(plan, ListRow.class)))
                .then(Tables.TASK.write(database, rows(plan, TaskRow.class)))
                .then(Tables.COMMENT.write(database, rows(plan, CommentRow.class)))
                .then(Removals.write(database, removals(plan)))
                .then(Removals.undo(database, members))
                .then(Standing.write(database, plan.progress()));
    }

    private static Set<UUID> workspaces(Batch batch) {
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
