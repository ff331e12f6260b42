package dev.almanac.api.support;

import static java.util.Objects.requireNonNull;

import dev.almanac.local.backing.BackingServices;
import dev.almanac.local.backing.Database;
import dev.almanac.projection.apply.Advance;
import dev.almanac.projection.apply.AuditRow;
import dev.almanac.projection.apply.Batch;
import dev.almanac.projection.apply.Fact;
import dev.almanac.projection.write.AuditModel;
import dev.almanac.projection.write.ReadModel;
import io.r2dbc.postgresql.PostgresqlConnectionFactoryProvider;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactoryOptions;
import java.time.Duration;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.springframework.r2dbc.core.DatabaseClient;

/** The read model of a test run, in a database of its own, written as in service but when a test says so. */
public final class Projection {
    private static final Projection SHARED = new Projection();
    private static final String SCHEMA = "almanac";

    private final Database database = BackingServices.shared().freshDatabase();
    private final DatabaseClient client;
    private final ReadModel readModel;
    private final AuditModel auditModel;

    private Projection() {
        Flyway.configure()
                .dataSource(database.jdbcUrl(), database.user(), database.password())
                .defaultSchema(SCHEMA)
                .load()
                .migrate();
        var connections = ConnectionFactories.get(ConnectionFactoryOptions.parse(database.r2dbcUrl())
                .mutate()
                .option(ConnectionFactoryOptions.USER, database.user())
                .option(ConnectionFactoryOptions.PASSWORD, database.password())
                .option(PostgresqlConnectionFactoryProvider.SCHEMA, SCHEMA)
                .build());
        client = DatabaseClient.create(connections);
        readModel = new ReadModel(connections, Duration.ofSeconds(10));
        auditModel = new AuditModel(connections, Duration.ofSeconds(10));
    }

    public static Projection shared() {
        return SHARED;
    }

    public Database database() {
        return database;
    }

    /** Applies facts of one workspace; {@code from} is how many were applied before. */
    void apply(String log, int from, List<Fact> facts) {
        readModel.positions(log, List.of(0));
        readModel
                .apply(new Batch<>(log, facts, List.of(new Advance(0, from, from + facts.size()))))
                .block();
    }

    /** Applies entries of the audit log, likewise. */
    void applyAudit(String log, int from, List<AuditRow> rows) {
        auditModel.positions(log, List.of(0));
        auditModel
                .apply(new Batch<>(log, rows, List.of(new Advance(0, from, from + rows.size()))))
                .block();
    }

    /** Runs a statement, for what the projection never does. */
    public void execute(String sql) {
        client.sql(sql).then().block();
    }

    /** The first column of what a statement gives, line by line. */
    public List<String> lines(String sql) {
        return requireNonNull(client.sql(sql)
                .map(row -> requireNonNull(row.get(0, String.class)))
                .all()
                .collectList()
                .block());
    }
}
