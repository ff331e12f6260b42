package dev.almanac.schemas.provision;

import dev.almanac.schemas.serde.RegistrySettings;
import dev.almanac.schemas.serde.RegistryUnavailableException;
import dev.almanac.schemas.serde.SchemaRegistrar;
import dev.almanac.schemas.topic.Topic;
import dev.almanac.schemas.topic.Topics;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes what the services find and never make themselves: topics and registered schemas. Repeating it changes nothing.
 *
 * <p>As a program: {@code schemas REGISTRY_URL}, or {@code topics BOOTSTRAP_SERVERS PARTITIONS REPLICATION
 * [CLIENT_PROPERTIES_FILE]} where no operator makes the topics.
 */
public final class Provision {
    private static final Logger log = LoggerFactory.getLogger(Provision.class);
    private static final String USAGE =
            "schemas REGISTRY_URL | topics BOOTSTRAP_SERVERS PARTITIONS REPLICATION [CLIENT_PROPERTIES_FILE]";

    /** How often a registry is asked that is there, but too busy with its own start to answer. */
    private static final int ATTEMPTS = 10;

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private Provision() {}

    /** Fails where broker or registry can't be reached, or the registry refuses a schema. */
    public static void main(String[] args) throws IOException, InterruptedException {
        String what = args.length == 0 ? "" : args[0];
        if (what.equals("schemas") && args.length == 2) {
            registerSchemas(new RegistrySettings(URI.create(args[1]), false));
        } else if (what.equals("topics") && (args.length == 4 || args.length == 5)) {
            Properties client = new Properties();
            if (args.length == 5) {
                try (Reader file = Files.newBufferedReader(Path.of(args[4]))) {
                    client.load(file);
                }
            }
            client.setProperty(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, args[1]);
            try (Admin admin = Admin.create(client)) {
                provisionTopics(admin, Integer.parseInt(args[2]), Integer.parseInt(args[3]));
            }
        } else {
            throw new IllegalArgumentException("Expected " + USAGE);
        }
    }

    /**
     * Registers every schema of the catalogue; asks again for a while where the registry doesn't answer.
     *
     * @throws RegistryUnavailableException where it didn't answer in the end
     */
    public static void registerSchemas(RegistrySettings settings) throws InterruptedException {
        SchemaRegistrar registrar = new SchemaRegistrar(settings);
        for (Topic topic : Topics.all()) {
            register(registrar, topic);
            log.info("Registered {} schemas of {}", topic.values().size(), topic.name());
        }
    }

    private static void register(SchemaRegistrar registrar, Topic topic) throws InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                registrar.register(topic);
                return;
            } catch (RegistryUnavailableException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
                log.warn("{}; asking again: {}", e.getMessage(), String.valueOf(e.getCause()));
                Thread.sleep(PAUSE);
            }
        }
    }

    /**
     * Creates the topics of the catalogue that the broker lacks; leaves those that are there as they are.
     *
     * @param partitions of each topic, at least 1
     * @param replication copies of each partition, at least 1; all but one of them must have a record before it counts
     */
    public static void provisionTopics(Admin admin, int partitions, int replication) throws InterruptedException {
        try {
            Set<String> present = admin.listTopics().names().get();
            List<NewTopic> missing = Topics.all().stream()
                    .filter(topic -> !present.contains(topic.name()))
                    .map(topic -> newTopic(topic, partitions, replication))
                    .toList();
            admin.createTopics(missing).all().get();
            log.info("Created {} topics", missing.size());
        } catch (ExecutionException e) {
            throw new IllegalStateException("The broker refused the topics", e.getCause());
        }
    }

    private static NewTopic newTopic(Topic topic, int partitions, int replication) {
        Map<String, String> config = new HashMap<>(topic.config());
        config.put(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, Integer.toString(Math.max(1, replication - 1)));
        return new NewTopic(topic.name(), partitions, (short) replication).configs(config);
    }
}
