package dev.almanac.api.reply;

import static java.util.Map.entry;

import dev.almanac.api.kafka.KafkaSettings;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.stereotype.Component;

/**
 * Makes consumers of {@code task-command-results}. Values stay bytes: most records are read only to find out that they
 * are not meant for the reader.
 */
@Component
class ResultConsumers {
    private static final String GROUP = "command-api-results";

    private final KafkaSettings kafka;

    ResultConsumers(KafkaSettings kafka) {
        this.kafka = kafka;
    }

    /** A member of the group of all instances, among which the partitions are shared. */
    Consumer<String, byte[]> member() {
        return consumer(Map.ofEntries(
                entry(ConsumerConfig.GROUP_ID_CONFIG, GROUP),
                entry(ConsumerConfig.CLIENT_ID_CONFIG, GROUP),
                // Partitions that stay where they are keep their waiting clients.
                entry(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName()),
                // An instance that was killed gives its partitions back as soon as brokers allow by default.
                entry(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 6_000),
                entry(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 2_000),
                entry(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest")));
    }

    /** A reader on its own account. */
    Consumer<String, byte[]> reader() {
        return consumer(Map.ofEntries(
                entry(ConsumerConfig.CLIENT_ID_CONFIG, "command-api-lookup"),
                entry(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest")));
    }

    private Consumer<String, byte[]> consumer(Map<String, Object> own) {
        Map<String, Object> configuration = new HashMap<>(Map.ofEntries(
                entry(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed"),
                entry(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false),
                entry(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, 1),
                entry(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 100)));
        configuration.putAll(own);
        return new KafkaConsumer<>(kafka.with(configuration), new StringDeserializer(), new ByteArrayDeserializer());
    }
}
