package dev.almanac.projection.consume;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The consumer's configuration: what an operator set, and over it what correctness asks for. */
public final class ConsumerProperties {
    /** Of a broker, however many partitions it has: a batch of these is held several times over while it is written. */
    private static final int MOST_BYTES_AT_ONCE = 4 * 1024 * 1024;

    private ConsumerProperties() {}

    /** For one of the instances that share out the partitions. */
    public static Map<String, Object> shared(Map<String, Object> operators, ConsumeSettings settings) {
        Map<String, Object> properties = alone(operators, settings);
        properties.put(ConsumerConfig.GROUP_ID_CONFIG, settings.groupId());
        properties.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName());
        if (!settings.instanceId().isEmpty()) {
            properties.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, settings.instanceId());
        }
        return properties;
    }

    /** For a reader of all partitions, outside of any group. */
    public static Map<String, Object> alone(Map<String, Object> operators, ConsumeSettings settings) {
        Map<String, Object> properties = new HashMap<>(operators);
        properties.putIfAbsent(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, MOST_BYTES_AT_ONCE);
        properties.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        properties.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        // The position comes from the read model. Where the log doesn't have it, going on elsewhere would leave a hole.
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, settings.batchRecords());
        return properties;
    }

    /** For one of those instances, of a topic that drops what is old: where the position is dropped, from what is left. */
    public static Map<String, Object> sharedOfWhatIsLeft(Map<String, Object> operators, ConsumeSettings settings) {
        Map<String, Object> properties = shared(operators, settings);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        return properties;
    }
}
