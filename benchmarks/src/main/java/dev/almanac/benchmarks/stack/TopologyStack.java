package dev.almanac.benchmarks.stack;

import dev.almanac.local.backing.Broker;
import dev.almanac.local.backing.Database;
import dev.almanac.local.backing.Registry;
import dev.almanac.local.home.Secrets;
import dev.almanac.local.home.StackDirectory;
import dev.almanac.local.part.JavaService;
import dev.almanac.local.part.Services;
import dev.almanac.local.process.Ports;
import dev.almanac.schemas.provision.Provision;
import dev.almanac.schemas.serde.AvroSerdes;
import dev.almanac.schemas.serde.RegistrySettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.serialization.Serde;

/** Broker, registry and the topology that decides, without the rest of the system, on empty data. */
public final class TopologyStack implements AutoCloseable {
    /** As many as the local stack's topics have. */
    public static final int PARTITIONS = 4;

    private static final Database NONE = new Database("127.0.0.1", 0, "", "", "");

    private final Backing backing;
    private final Broker broker;
    private final Registry registry;
    private final Serde<SpecificRecord> records;

    private TopologyStack(Backing backing, Broker broker, Registry registry, Serde<SpecificRecord> records) {
        this.backing = backing;
        this.broker = broker;
        this.registry = registry;
        this.records = records;
    }

    /** Starts broker and registry, and makes what the topology expects to find; it is not there yet. */
    public static TopologyStack start() throws IOException, InterruptedException {
        Backing backing = new Backing();
        Broker broker = backing.broker();
        Registry registry = backing.registry(broker);
        RegistrySettings settings = new RegistrySettings(registry.url(), false);
        try (Admin admin =
                Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers()))) {
            Provision.provisionTopics(admin, PARTITIONS, 1);
        }
        Provision.registerSchemas(settings);
        return new TopologyStack(backing, broker, registry, new AvroSerdes(settings).serde());
    }

    /**
     * Starts an instance as the local stack does, though without the topology of the audit log, and waits until it is
     * ready. It inherits this process's environment, and with it any other setting to be tried.
     *
     * @param name one of its own
     * @param settings environment variables, over those of the local stack
     */
    public TopologyInstance instance(String name, Map<String, String> settings)
            throws IOException, InterruptedException {
        StackDirectory directory = new StackDirectory(backing.directory().resolve(name));
        JavaService local = new Services(
                        Path.of("").toAbsolutePath(),
                        directory,
                        new Secrets("", "a-token-for-benchmarks", ""),
                        broker,
                        registry,
                        NONE,
                        registry.url())
                .streamsTopology(Ports.any());
        Map<String, String> all = new HashMap<>(local.settings());
        all.put("ALMANAC_TOPOLOGY_RUN", "tasks");
        all.put("ALMANAC_TOPOLOGY_INSTANCE_ID", name);
        all.putAll(settings);
        return TopologyInstance.start(
                backing,
                new JavaService(name, local.jar(), local.options(), all, local.port(), local.data(), local.log()));
    }

    public String bootstrapServers() {
        return broker.bootstrapServers();
    }

    /** Of all topics. */
    public Serde<SpecificRecord> records() {
        return records;
    }

    @Override
    public void close() throws IOException, InterruptedException {
        backing.close();
    }
}
