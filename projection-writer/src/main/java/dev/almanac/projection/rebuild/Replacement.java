package dev.almanac.projection.rebuild;

import dev.almanac.projection.apply.AcceptedGap;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/**
 * One rebuild's session with Postgres: sees to it that it is the only rebuild, and exchanges the schemas. Readers and the
 * live writer go by the schema's name, so that they need not notice.
 */
final class Replacement implements AutoCloseable {
    private static final List<String> CARRIED_OVER = List.of("audit_entry", "audit_count", "audit_progress");

    private final Connection connection;
    private final Schemas schemas;

    private Replacement(Connection connection, Schemas schemas) {
        this.connection = connection;
        this.schemas = schemas;
    }

    /** @throws IllegalStateException while another rebuild of the same schema runs */
    static Replacement begin(DataSource database, Schemas schemas) throws SQLException {
        Replacement replacement = new Replacement(database.getConnection(), schemas);
        if (!replacement.lockOutOthers()) {
            replacement.close();
            throw new IllegalStateException("Another rebuild of " + schemas.live() + " is running");
        }
        return replacement;
    }

    private boolean lockOutOthers() throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement("select pg_try_advisory_lock(hashtext(?))")) {
            lock.setString(1, schemas.fresh());
            try (ResultSet result = lock.executeQuery()) {
                return result.next() && result.getBoolean(1);
            }
        }
    }

    /** Whether there is a read model to replace. */
    boolean hasLive() throws SQLException {
        return exists(schemas.live() + ".applied_offset");
    }

    private boolean exists(String table) throws SQLException {
        try (PreparedStatement exists = connection.prepareStatement("select to_regclass(?) is not null")) {
            exists.setString(1, table);
            try (ResultSet result = exists.executeQuery()) {
                return result.next() && result.getBoolean(1);
            }
        }
    }

    /** Takes the accepted gaps of the live read model over, and adds further ones. */
    void acceptGaps(Collection<AcceptedGap> further) throws SQLException {
        if (hasLive()) {
            execute("insert into " + schemas.fresh() + ".accepted_gap select workspace_id, seq from " + schemas.live()
                    + ".accepted_gap");
        }
        try (PreparedStatement insert = connection.prepareStatement("insert into " + schemas.fresh()
                + ".accepted_gap (workspace_id, seq) values (?, ?) on conflict do nothing")) {
            for (AcceptedGap gap : further) {
                insert.setObject(1, gap.workspaceId());
                insert.setLong(2, gap.seq());
                insert.executeUpdate();
            }
        }
    }

    /**
     * Holds the live writer up until {@link #exchange}; reading goes on.
     *
     * @return up to where each partition is applied to the live read model
     */
    Map<Integer, Long> freezeLive(String topic) throws SQLException {
        connection.setAutoCommit(false);
        execute("lock table " + schemas.live() + ".applied_offset in share row exclusive mode");
        Map<Integer, Long> positions = new HashMap<>();
        try (PreparedStatement read = connection.prepareStatement(
                "select partition, next_offset from " + schemas.live() + ".applied_offset where topic = ?")) {
            read.setString(1, topic);
            try (ResultSet rows = read.executeQuery()) {
                while (rows.next()) {
                    positions.put(rows.getInt(1), rows.getLong(2));
                }
            }
        }
        return positions;
    }

    /** Puts the fresh schema in the live one's place, where there is one, and drops that. */
    void exchange() throws SQLException {
        connection.setAutoCommit(false);
        if (hasLive()) {
            carryOver();
            // A writer that waits at the old table must not find its position there.
            execute("delete from " + schemas.live() + ".applied_offset");
            execute("alter schema " + schemas.live() + " rename to " + schemas.replaced());
        }
        execute("alter schema " + schemas.fresh() + " rename to " + schemas.live());
        connection.commit();
        connection.setAutoCommit(true);
        dropLeftovers();
    }

    /**
     * Takes along what is not made from the replayed topic, with the position in the topic that it is made from: the audit
     * log reaches back for a year only, so its rows could not be made anew.
     */
    private void carryOver() throws SQLException {
        for (String table : CARRIED_OVER) {
            if (exists(schemas.live() + "." + table)) {
                execute("drop table " + schemas.fresh() + "." + table);
                execute("alter table " + schemas.live() + "." + table + " set schema " + schemas.fresh());
            }
        }
        execute("insert into " + schemas.fresh() + ".applied_offset select * from " + schemas.live()
                + ".applied_offset on conflict do nothing");
    }

    /** Drops what this or an earlier rebuild has left. */
    void dropLeftovers() throws SQLException {
        execute("drop schema if exists " + schemas.replaced() + " cascade");
        execute("drop schema if exists " + schemas.fresh() + " cascade");
    }

    /** Forgets whatever was not exchanged. */
    @Override
    public void close() throws SQLException {
        // An open transaction is rolled back and the lock is released.
        connection.close();
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
