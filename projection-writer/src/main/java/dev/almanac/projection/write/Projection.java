package dev.almanac.projection.write;

import dev.almanac.projection.apply.Applied;
import dev.almanac.projection.apply.Batch;
import java.util.Collection;
import java.util.Map;
import reactor.core.publisher.Mono;

/**
 * Rows that one topic's records make. For one thread, one call at a time.
 *
 * @param <F> what a record tells
 */
public interface Projection<F> {
    /** The next offset to apply of each partition, 0 for one that was never read. */
    Map<Integer, Long> positions(String topic, Collection<Integer> partitions);

    /**
     * Applies a batch in one transaction: all of it, or where this fails nothing.
     *
     * <p>The compare-and-set of the offsets comes first. It locks their rows, so of two writers at one partition the
     * second waits for the first, and then fails with {@link PositionLostException}.
     *
     * @return what was committed
     */
    Mono<? extends Applied> apply(Batch<F> batch);
}
