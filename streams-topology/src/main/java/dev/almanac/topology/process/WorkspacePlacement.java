package dev.almanac.topology.process;

import dev.almanac.schemas.topic.WorkspacePartitioner;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.processor.StreamPartitioner;

/** Places records where producers place them: by the workspace's id in the key. */
public final class WorkspacePlacement implements StreamPartitioner<String, Object> {
    @Override
    public Optional<Set<Integer>> partitions(String topic, String key, Object value, int partitions) {
        return Optional.of(Set.of(WorkspacePartitioner.partition(key, partitions)));
    }
}
