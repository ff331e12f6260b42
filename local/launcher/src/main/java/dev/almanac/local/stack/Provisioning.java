package dev.almanac.local.stack;

import dev.almanac.local.backing.Broker;
import dev.almanac.local.backing.Registry;
import dev.almanac.schemas.provision.Provision;
import dev.almanac.schemas.serde.RegistrySettings;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** Makes the topics and registers the schemas that the services expect to find; on later starts finds them itself. */
final class Provisioning {
    private static final int PARTITIONS = 4;
    private static final int COPIES = 1;

    private Provisioning() {}

    static void topics(Broker broker) {
        try (Admin admin =
                Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers()))) {
            Provision.provisionTopics(admin, PARTITIONS, COPIES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while making topics", e);
        }
    }

    static void schemas(Registry registry) {
        try {
            Provision.registerSchemas(new RegistrySettings(registry.url(), false));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while registering schemas", e);
        }
    }
}
