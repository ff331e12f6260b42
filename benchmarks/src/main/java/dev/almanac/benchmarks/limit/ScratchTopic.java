package dev.almanac.benchmarks.limit;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;

/** A topic that a measurement makes for itself, with as many partitions as the local stack's topics have. */
record ScratchTopic(String bootstrapServers, String name) {
    static final int PARTITIONS = 4;

    /** Bytes of a record: about what a small task's event takes. */
    static final byte[] VALUE = new byte[300];

    static ScratchTopic create(String bootstrapServers) throws IOException, InterruptedException {
        String name = "bench-" + UUID.randomUUID();
        try (Admin admin = admin(bootstrapServers)) {
            admin.createTopics(Set.of(new NewTopic(name, PARTITIONS, (short) 1)))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new IOException("making the topic " + name, e);
        }
        return new ScratchTopic(bootstrapServers, name);
    }

    void delete() throws IOException, InterruptedException {
        try (Admin admin = admin(bootstrapServers)) {
            admin.deleteTopics(List.of(name)).all().get();
        } catch (ExecutionException e) {
            throw new IOException("deleting the topic " + name, e);
        }
    }

    private static Admin admin(String bootstrapServers) {
        return Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
    }
}
