package dev.almanac.projection.backing;

import dev.almanac.local.backing.BackingServices;
import dev.almanac.local.backing.Database;
import dev.almanac.projection.write.AuditExpiry;
import dev.almanac.projection.write.AuditModel;
import dev.almanac.projection.write.ReadModel;
import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.flywaydb.core.Flyway;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A read model in a database for one test alone. With its end the connections of its writers end too, since all tests
 * share those that Postgres grants.
 */
public final class TestReadModel implements AutoCloseable {
    public static final String SCHEMA = "almanac";

    private static final String WORDS_IN_USE = "select word::text from word where exists (select from task"
            + " where task.workspace_id = word.workspace_id and search @@ ('''' || word || '''')::tsquery) or exists"
            + " (select from comment where comment.workspace_id = word.workspace_id and search @@ ('''' || word || '''')::tsquery)"
            + " order by 1";

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final Database database = BackingServices.shared().freshDatabase();
    private final Queue<io.r2dbc.spi.Connection> writing = new ConcurrentLinkedQueue<>();

    /** Nothing but the database. */
    public static TestReadModel empty() {
        return new TestReadModel();
    }

    /** Migrated and empty. */
    public static TestReadModel create() {
        TestReadModel readModel = new TestReadModel();
        readModel.flyway(SCHEMA).migrate();
        return readModel;
    }

    public Database database() {
        return database;
    }

    public Flyway flyway(String schema) {
        return Flyway.configure()
                .dataSource(database.jdbcUrl(), database.user(), database.password())
                .defaultSchema(schema)
                .load();
    }

    /** One more writer, with connections of its own. */
    public ReadModel writer() {
        return writer(SCHEMA);
    }

    public ReadModel writer(String schema) {
        return new ReadModel(connections(schema), TIMEOUT);
    }

    /** One more writer of the audit log's rows. */
    public AuditModel auditWriter() {
        return new AuditModel(connections(SCHEMA), TIMEOUT);
    }

    /** What deletes the audit log's old rows. */
    public AuditExpiry auditExpiry() {
        return new AuditExpiry(connections(SCHEMA), TIMEOUT);
    }

    private ConnectionFactory connections(String schema) {
        ConnectionFactory postgres = new PostgresqlConnectionFactory(PostgresqlConnectionConfiguration.builder()
                .host(database.host())
                .port(database.port())
                .database(database.name())
                .username(database.user())
                .password(database.password())
                .schema(schema)
                .applicationName("writer")
                .build());
        return new ConnectionFactory() {
            @Override
            public Publisher<? extends io.r2dbc.spi.Connection> create() {
                return Mono.from(postgres.create()).doOnNext(writing::add);
            }

            @Override
            public ConnectionFactoryMetadata getMetadata() {
                return postgres.getMetadata();
            }
        };
    }

    public Connection connect() throws SQLException {
        Connection connection = DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
        connection.setSchema(SCHEMA);
        return connection;
    }

    /** The first column of each row. */
    public List<String> query(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    public void execute(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    public long count(String table) {
        return Long.parseLong(query("select count(*) from " + table).getFirst());
    }

    @Override
    public void close() {
        Flux.fromIterable(writing)
                .flatMap(connection -> Mono.from(connection.close()).onErrorComplete())
                .blockLast(TIMEOUT);
    }

    /** Every row of every table, as text; but of the words those that are in use, since others may have been. */
    public Map<String, List<String>> contents() {
        Map<String, List<String>> contents = new TreeMap<>();
        for (String table : query("select table_name from information_schema.tables where table_schema = '" + SCHEMA
                + "' and table_name not in ('flyway_schema_history', 'word')")) {
            contents.put(table, query("select held::text from " + table + " as held order by 1"));
        }
        contents.put("word", query(WORDS_IN_USE));
        return contents;
    }
}
