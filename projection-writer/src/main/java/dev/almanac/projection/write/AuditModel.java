package dev.almanac.projection.write;

import static java.util.Objects.requireNonNull;

import dev.almanac.projection.apply.Applied;
import dev.almanac.projection.apply.AuditRow;
import dev.almanac.projection.apply.Batch;
import dev.almanac.projection.apply.Progress;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** What was done, and how often, in Postgres. For one thread, one call at a time. */
public final class AuditModel implements Projection<AuditRow> {
    private final WriterConnection writer;

    /**
     * @param applied when each entry was made that was not there yet
     * @param passedOver entries that were there
     */
    private record Kept(List<Instant> applied, int passedOver) implements Applied {
        @Override
        public Map<UUID, Progress.Halted> halted() {
            return Map.of();
        }
    }

    /** @param timeout after which a transaction is given up */
    public AuditModel(ConnectionFactory connections, Duration timeout) {
        this.writer = new WriterConnection(connections, timeout);
    }

    @Override
    public Map<Integer, Long> positions(String topic, Collection<Integer> partitions) {
        return requireNonNull(
                writer.inTransaction(connection -> AppliedOffsets.positions(connection, topic, partitions))
                        .block());
    }

    @Override
    public Mono<Applied> apply(Batch<AuditRow> batch) {
        return writer.inTransaction(connection ->
                AppliedOffsets.advance(connection, batch).then(Mono.defer(() -> write(connection, batch.facts()))));
    }

    private static Mono<Applied> write(Connection connection, List<AuditRow> rows) {
        return AuditTables.add(connection, rows).map(added -> new Kept(added, rows.size() - added.size()));
    }
}
