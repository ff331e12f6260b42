package dev.almanac.projection.write;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import java.time.Duration;
import java.time.LocalDate;
import reactor.core.publisher.Mono;

/**
 * Deletes what was done longer ago than is kept. With a connection of its own, so that it holds up nobody; several
 * processes may do it at once, each then takes what no other has.
 */
public final class AuditExpiry {
    private final WriterConnection writer;

    /** @param timeout after which a transaction is given up */
    public AuditExpiry(ConnectionFactory connections, Duration timeout) {
        this.writer = new WriterConnection(connections, timeout);
    }

    /**
     * Deletes some of the entries and counts of earlier days. A day's counts go before its entries, so that an entry which
     * is read again by then counts once.
     *
     * @param day of UTC, the first that is kept
     * @param most rows to delete in this one transaction
     * @return how many were deleted; fewer than {@code most} once there are no more
     */
    public Mono<Long> removeBefore(LocalDate day, int most) {
        return writer.inTransaction(connection -> remove(connection, "audit_count", day, most)
                .flatMap(counts -> counts < most
                        ? remove(connection, "audit_entry", day, most - counts).map(entries -> counts + entries)
                        : Mono.just(counts)));
    }

    private static Mono<Long> remove(Connection connection, String table, LocalDate day, long most) {
        String sql = "delete from " + table + " where ctid = any (array (select ctid from " + table
                + " where day < $1 limit $2 for update skip locked))";
        return Sql.update(connection.createStatement(sql).bind(0, day).bind(1, most));
    }
}
