package dev.almanac.projection.apply;

import java.util.List;

/**
 * Facts that are applied together, or not at all.
 *
 * @param facts of each partition in the order of the log; none of a partition with nothing but unreadable records
 * @param advances one for each partition that the batch comes from
 * @param <F> what the topic's records tell
 */
public record Batch<F>(String topic, List<F> facts, List<Advance> advances) {
    public Batch {
        facts = List.copyOf(facts);
        advances = List.copyOf(advances);
        if (advances.isEmpty()) {
            throw new IllegalArgumentException("A batch that leads nowhere");
        }
    }
}
