package dev.almanac.schemas.provision;

import dev.almanac.schemas.topic.Topic;
import dev.almanac.schemas.topic.Topics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/** Makes what Almanac finds and never makes itself: topics and registered schemas. Repeating it changes nothing. */
public final class Provision {
    private Provision() {}

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
