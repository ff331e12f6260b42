package dev.almanac.benchmarks.stack;

import dev.almanac.local.backing.Broker;
import dev.almanac.local.backing.Database;
import dev.almanac.local.backing.Registry;
import dev.almanac.local.home.Secrets;
import dev.almanac.local.home.StackDirectory;
import dev.almanac.local.part.JavaService;
import dev.almanac.local.part.Services;
import dev.almanac.local.process.Child;
import dev.almanac.local.process.Ports;
import dev.almanac.schemas.provision.Provision;
import dev.almanac.schemas.serde.AvroSerdes;
import dev.almanac.schemas.serde.RegistrySettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.serialization.Serde;

/** Broker, registry, Postgres and the projection writer, as the local stack starts them, on empty data. */
public final class ProjectionStack implements AutoCloseable {
    /** As many as the local stack's topics have. */
    public static final int PARTITIONS = 4;

    private static final String NAME = "projection-writer";

    private final Backing backing;
    private final Broker broker;
    private final Database database;
    private final Serde<SpecificRecord> records;
    private final Child writer;

    private ProjectionStack(
            Backing backing, Broker broker, Database database, Serde<SpecificRecord> records, Child writer) {
        this.backing = backing;
        this.broker = broker;
        this.database = database;
        this.records = records;
        this.writer = writer;
    }

    /** Returns when the writer is ready. It inherits this process's environment, and with it any setting to be tried. */
    public static ProjectionStack start() throws IOException, InterruptedException {
        Backing backing = new Backing();
        Broker broker = backing.broker();
        Registry registry = backing.registry(broker);
        Database database = backing.postgres();
        RegistrySettings settings = new RegistrySettings(registry.url(), false);
        try (Admin admin =
                Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers()))) {
            Provision.provisionTopics(admin, PARTITIONS, 1);
        }
        Provision.registerSchemas(settings);
        JavaService service = new Services(
                        Path.of("").toAbsolutePath(),
                        new StackDirectory(backing.directory().resolve(NAME)),
                        new Secrets(database.password(), "a-token-for-benchmarks", ""),
                        broker,
                        registry,
                        database,
                        registry.url())
                .projectionWriter(Ports.any());
        Child writer = backing.start(service);
        Backing.ready(service, writer);
        return new ProjectionStack(backing, broker, database, new AvroSerdes(settings).serde(), writer);
    }

    public String bootstrapServers() {
        return broker.bootstrapServers();
    }

    public Database database() {
        return database;
    }

    /** Of all topics. */
    public Serde<SpecificRecord> records() {
        return records;
    }

    /** The writer gets no time of the machine until it is resumed. */
    public void suspendWriter() throws IOException, InterruptedException {
        signal("-STOP");
    }

    public void resumeWriter() throws IOException, InterruptedException {
        signal("-CONT");
    }

    private void signal(String signal) throws IOException, InterruptedException {
        int exit = new ProcessBuilder("kill", signal, Long.toString(writer.pid()))
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IOException("kill " + signal + " ended with " + exit);
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        resumeWriter();
        backing.close();
    }
}
