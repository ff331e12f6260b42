package dev.almanac.local.backing;

import dev.almanac.local.process.Child;
import dev.almanac.local.process.Part;
import dev.almanac.local.process.Ports;
import dev.almanac.local.process.StartFailedException;
import dev.almanac.local.process.Tether;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The backing services of a test run: started when first asked for, on free ports, in a directory that goes with them.
 * Calls wait until the service answers, and throw {@link IllegalStateException} where it can't be started.
 */
public final class BackingServices implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofSeconds(90);
    private static final Duration STOP_GRACE = Duration.ofSeconds(5);
    private static final String PASSWORD = "local";

    private final Path directory;
    private final Tether tether;
    private final Deque<Child> started = new ArrayDeque<>();
    private final AtomicInteger databases = new AtomicInteger();
    private @Nullable Broker broker;
    private @Nullable Registry registry;
    private @Nullable Postgres postgres;

    private BackingServices() {
        try {
            directory = Files.createTempDirectory("almanac-backing");
            tether = new Tether();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The one set of this JVM, stopped when it ends. */
    public static BackingServices shared() {
        return Shared.INSTANCE;
    }

    /** The address of the broker, as Kafka clients take it. */
    public synchronized String bootstrapServers() {
        if (broker == null) {
            broker = start(
                    new Broker(directory.resolve("broker"), directory.resolve("broker.log"), Ports.any(), Ports.any()));
        }
        return broker.bootstrapServers();
    }

    /** The address of the schema registry, without the path of an API. */
    public synchronized URI registryUrl() {
        if (registry == null) {
            registry = start(new Registry(
                    directory.resolve("registry"),
                    directory.resolve("registry.log"),
                    Ports.any(),
                    Ports.any(),
                    bootstrapServers()));
        }
        return registry.url();
    }

    /** The database that all tests of this JVM share. */
    public Database postgres() {
        return server().database();
    }

    /** An empty database that nobody else uses. */
    public Database freshDatabase() {
        try {
            return server().createDatabase("fresh_" + databases.incrementAndGet());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private synchronized Postgres server() {
        if (postgres == null) {
            postgres = start(new Postgres(
                    directory.resolve("postgres"), directory.resolve("postgres.log"), Ports.any(), PASSWORD));
        }
        return postgres;
    }

    private <P extends Part> P start(P part) {
        try {
            Child child = tether.start(part.prepare());
            started.push(child);
            child.awaitReady(part, START_LIMIT);
            return part;
        } catch (IOException | StartFailedException e) {
            throw new IllegalStateException("No " + part.name(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while starting " + part.name(), e);
        }
    }

    /** Stops everything, last started first, and removes its data. */
    @Override
    public synchronized void close() {
        try {
            for (Child child : started) {
                child.stop(STOP_GRACE);
            }
            tether.close();
            Directories.remove(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static final class Shared {
        static final BackingServices INSTANCE = new BackingServices();

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(INSTANCE::close, "stop-backing-services"));
        }
    }
}
