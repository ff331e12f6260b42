package dev.almanac.schemas.topic;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import org.apache.kafka.clients.producer.Partitioner;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/**
 * Places every record of a workspace in the same partition of each topic: murmur2 of the workspace's id, as Kafka's own
 * partitioner would place a record keyed by the id alone. A reply goes to the partition that its key names.
 */
public final class WorkspacePartitioner implements Partitioner {
    private static final int UUID_LENGTH = 36;

    /**
     * Where a record belongs.
     *
     * @param key as {@link RecordKeys} writes them
     * @param partitions of the topic, at least 1
     * @throws IllegalArgumentException where the key names no place
     */
    public static int partition(String key, int partitions) {
        int separator = key.indexOf(RecordKeys.SEPARATOR);
        int end = separator < 0 ? key.length() : separator;
        if (end == UUID_LENGTH) {
            return Utils.toPositive(Utils.murmur2(key.substring(0, end).getBytes(UTF_8))) % partitions;
        }
        int named = RecordKeys.parseReply(key).partition();
        if (named >= partitions) {
            throw new IllegalArgumentException("Of " + partitions + " partitions none is numbered as in " + key);
        }
        return named;
    }

    @Override
    public int partition(
            String topic,
            @Nullable Object key,
            byte @Nullable [] keyBytes,
            @Nullable Object value,
            byte @Nullable [] valueBytes,
            Cluster cluster) {
        if (keyBytes == null) {
            throw new IllegalArgumentException("A record for " + topic + " has no key");
        }
        return partition(new String(keyBytes, UTF_8), cluster.partitionCountForTopic(topic));
    }

    @Override
    public void configure(Map<String, ?> configs) {}

    @Override
    public void close() {}
}
