package dev.almanac.topology.process;

import dev.almanac.schemas.topic.RecordKeys;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.processor.StreamPartitioner;

/**
 * Places an answer where its asker listens. Where that partition does not exist nobody listens, so the answer goes
 * nowhere; what the command did stands all the same.
 */
final class ReplyPlacement implements StreamPartitioner<String, Object> {
    @Override
    public Optional<Set<Integer>> partitions(String topic, String key, Object value, int partitions) {
        int named = RecordKeys.parseReply(key).partition();
        return Optional.of(named < partitions ? Set.of(named) : Set.of());
    }
}
