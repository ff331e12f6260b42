package dev.almanac.benchmarks.projection;

import dev.almanac.local.backing.Database;
import dev.almanac.schemas.topic.Topics;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** The rows of {@code task}, and two other ways to write them. */
final class Rows implements AutoCloseable {
    private static final int ROWS_A_TRANSACTION = 1_000;
    private static final int SOME = 10_000;

    private final Connection connection;
    private final List<String> columns;
    private final List<String> types;

    Rows(Database database) throws SQLException {
        connection = DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
        connection.setSchema("almanac");
        // As the writer has it.
        execute("set synchronous_commit = off");
        String written = " from pg_attribute where attrelid = 'task'::regclass and attnum > 0 and not attisdropped"
                + " and attgenerated = '' order by attnum";
        columns = strings("select attname" + written);
        types = strings("select format_type(atttypid, atttypmod)" + written);
    }

    /** How many events have become rows, of all that were ever read. */
    long applied() throws SQLException {
        return Long.parseLong(strings("select coalesce(sum(next_offset), 0)::bigint from applied_offset where topic = '"
                        + Topics.TASK_EVENTS.name() + "'")
                .getFirst());
    }

    /** The seq of each of these workspaces that has one. */
    Map<UUID, Long> seqs(List<UUID> workspaces) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select workspace_id, seq from progress where workspace_id = any (?)")) {
            statement.setArray(1, connection.createArrayOf("uuid", workspaces.toArray()));
            Map<UUID, Long> seqs = new HashMap<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    seqs.put(rows.getObject(1, UUID.class), rows.getLong(2));
                }
            }
            return seqs;
        }
    }

    /** Rows a second that COPY writes in one transaction into the emptied table, of those that are in it. */
    double copied() throws SQLException, IOException {
        ByteArrayOutputStream rows = new ByteArrayOutputStream();
        CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
        String names = "(" + String.join(", ", columns) + ")";
        copy.copyOut("copy task " + names + " to stdout", rows);
        empty();
        long start = System.nanoTime();
        long count = copy.copyIn("copy task " + names + " from stdin", new ByteArrayInputStream(rows.toByteArray()));
        return count / secondsSince(start);
    }

    /** Rows a second that one statement each writes into the emptied table, of some that are in it. */
    double statements() throws SQLException {
        List<List<String>> rows = some();
        empty();
        String sql = "insert into task as held (" + String.join(", ", columns) + ") values ("
                + types.stream().map(type -> "?::" + type).collect(Collectors.joining(", "))
                + ") on conflict (workspace_id, id) do update set "
                + columns.stream().map(name -> name + " = excluded." + name).collect(Collectors.joining(", "))
                + " where held.seq < excluded.seq";
        connection.setAutoCommit(false);
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            long start = System.nanoTime();
            for (int i = 0; i < rows.size(); i++) {
                for (int column = 0; column < columns.size(); column++) {
                    insert.setString(column + 1, rows.get(i).get(column));
                }
                insert.executeUpdate();
                if ((i + 1) % ROWS_A_TRANSACTION == 0) {
                    connection.commit();
                }
            }
            connection.commit();
            return rows.size() / secondsSince(start);
        } finally {
            connection.setAutoCommit(true);
        }
    }

    /** Empties what events of tasks fill, and leaves nothing for later to be written. */
    void empty() throws SQLException {
        execute("truncate task, word");
        execute("checkpoint");
    }

    private List<List<String>> some() throws SQLException {
        String texts = columns.stream().map(name -> name + "::text").collect(Collectors.joining(", "));
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select " + texts + " from task limit " + SOME)) {
            List<List<String>> rows = new ArrayList<>();
            while (found.next()) {
                List<String> row = new ArrayList<>();
                for (int column = 1; column <= columns.size(); column++) {
                    row.add(found.getString(column));
                }
                rows.add(row);
            }
            return rows;
        }
    }

    private List<String> strings(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> strings = new ArrayList<>();
            while (rows.next()) {
                strings.add(rows.getString(1));
            }
            return strings;
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static double secondsSince(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
