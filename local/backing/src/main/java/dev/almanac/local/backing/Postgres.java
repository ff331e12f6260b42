package dev.almanac.local.backing;

import dev.almanac.local.process.Launch;
import dev.almanac.local.process.Part;
import dev.almanac.local.process.StopSignal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * Postgres, with one user and one database that both are called {@value #NAME}.
 *
 * @param data its directory
 * @param log where its output goes
 * @param port for clients
 * @param password of the user, fixed with the first start
 */
public record Postgres(Path data, Path log, int port, String password) implements Part {
    private static final String NAME = "almanac";
    private static final String PROBE_SECONDS = "1";

    @Override
    public String name() {
        return "postgres";
    }

    public Database database() {
        return database(NAME);
    }

    private Database database(String name) {
        return new Database("127.0.0.1", port, name, NAME, password);
    }

    @Override
    public Launch prepare() throws IOException, InterruptedException {
        PostgresPrograms programs = PostgresPrograms.unpacked();
        Path directory = Files.createDirectories(data);
        Path cluster = directory.resolve("cluster");
        if (!Files.exists(cluster)) {
            // Made under another name, so that what carries the right one is whole.
            Path unfinished = directory.resolve("cluster.unfinished");
            programs.makeCluster(unfinished, NAME, password, log);
            Files.move(unfinished, cluster, StandardCopyOption.ATOMIC_MOVE);
        }
        List<String> command = programs.command(
                "postgres",
                "-D",
                cluster.toString(),
                "-p",
                Integer.toString(port),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=",
                "-c",
                "shared_buffers=512MB",
                "-c",
                // Under load a checkpoint every few seconds would write every page whole into the log again.
                "max_wal_size=4GB",
                "-c",
                // It shares the processors with everything else.
                "autovacuum_vacuum_cost_delay=10ms",
                "-c",
                // More than the services ask for: a test run keeps the pools of all its contexts.
                "max_connections=200");
        return new Launch(name(), command, Map.of(), directory, log, StopSignal.INT);
    }

    @Override
    public boolean ready() {
        try (Connection connection = connect()) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    /** Makes a database beside the one that is there. */
    Database createDatabase(String name) throws SQLException {
        try (Connection connection = connect();
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + statement.enquoteIdentifier(name, true));
        }
        return database(name);
    }

    private Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", NAME);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", PROBE_SECONDS);
        properties.setProperty("socketTimeout", "30");
        return DriverManager.getConnection(database().jdbcUrl(), properties);
    }

    /** Without the password, since it may be logged. */
    @Override
    public String toString() {
        return "Postgres[" + database() + "]";
    }
}
