package dev.almanac.benchmarks.stack;

import dev.almanac.local.backing.Broker;
import dev.almanac.local.backing.Database;
import dev.almanac.local.backing.Directories;
import dev.almanac.local.backing.Postgres;
import dev.almanac.local.backing.Registry;
import dev.almanac.local.process.Child;
import dev.almanac.local.process.Part;
import dev.almanac.local.process.Ports;
import dev.almanac.local.process.StartFailedException;
import dev.almanac.local.process.Tether;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** Single parts of the local stack, each on empty data that goes with it. */
public final class Backing implements AutoCloseable {
    static final Duration START_LIMIT = Duration.ofSeconds(90);

    private static final Duration STOP_GRACE = Duration.ofSeconds(10);
    private static final String PASSWORD = "local";

    private final Path directory;
    private final Tether tether = new Tether();
    private final Deque<Child> started = new ArrayDeque<>();

    public Backing() throws IOException {
        directory = Files.createTempDirectory("almanac-bench");
    }

    /** Where parts keep what they keep. */
    public Path directory() {
        return directory;
    }

    Broker broker() throws IOException, InterruptedException {
        return started(new Broker(directory.resolve("broker"), log("broker"), Ports.any(), Ports.any()));
    }

    Registry registry(Broker broker) throws IOException, InterruptedException {
        return started(new Registry(
                directory.resolve("registry"), log("registry"), Ports.any(), Ports.any(), broker.bootstrapServers()));
    }

    public Database postgres() throws IOException, InterruptedException {
        return started(new Postgres(directory.resolve("postgres"), log("postgres"), Ports.any(), PASSWORD))
                .database();
    }

    private Path log(String part) {
        return directory.resolve(part + ".log");
    }

    /** The part, when it does its work. */
    public <P extends Part> P started(P part) throws IOException, InterruptedException {
        ready(part, start(part));
        return part;
    }

    /** Returns at once. */
    Child start(Part part) throws IOException, InterruptedException {
        Child child = tether.start(part.prepare());
        started.push(child);
        return child;
    }

    static void ready(Part part, Child child) throws IOException, InterruptedException {
        try {
            child.awaitReady(part, START_LIMIT);
        } catch (StartFailedException e) {
            throw new IOException("no " + part.name(), e);
        }
    }

    /** Stops what still runs, last started first, and removes its data. */
    @Override
    public void close() throws IOException, InterruptedException {
        for (Child child : started) {
            child.stop(STOP_GRACE);
        }
        tether.close();
        Directories.remove(directory);
    }
}
