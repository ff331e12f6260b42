package dev.almanac.projection.write;

import dev.almanac.projection.apply.Advance;
import dev.almanac.projection.apply.Applied;
import dev.almanac.projection.apply.Batch;
import dev.almanac.projection.apply.Fact;
import dev.almanac.projection.apply.Progress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import reactor.core.Exceptions;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Writes a large batch, as of a backlog, by several connections at once: each takes some of its partitions, in a
 * transaction of its own. What is small is written by one, since a transaction has its price. Where a part fails the other
 * may be committed; each partition's position tells.
 *
 * <p>For one thread, one call at a time.
 */
public final class SideBySide implements Projection<Fact> {
    /** Fewer facts are one transaction. */
    private static final int LARGE = 500;

    private final List<ReadModel> writers;

    /** @param writers of the same read model, at least one */
    public SideBySide(List<ReadModel> writers) {
        this.writers = List.copyOf(writers);
    }

    private record Together(List<? extends Applied> parts) implements Applied {
        @Override
        public List<Instant> applied() {
            return parts.stream().flatMap(part -> part.applied().stream()).toList();
        }

        @Override
        public int passedOver() {
            return parts.stream().mapToInt(Applied::passedOver).sum();
        }

        @Override
        public Map<UUID, Progress.Halted> halted() {
            return parts.stream()
                    .flatMap(part -> part.halted().entrySet().stream())
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        }
    }

    /** Some of a batch's partitions. */
    private static final class Share {
        private final Set<Integer> partitions = new HashSet<>();
        private long facts;

        long facts() {
            return facts;
        }

        void take(int partition, long count) {
            partitions.add(partition);
            facts += count;
        }

        Batch<Fact> of(Batch<Fact> batch) {
            return new Batch<>(
                    batch.topic(),
                    batch.facts().stream()
                            .filter(fact -> partitions.contains(fact.place().partition()))
                            .toList(),
                    batch.advances().stream()
                            .filter(advance -> partitions.contains(advance.partition()))
                            .toList());
        }
    }

    @Override
    public Map<Integer, Long> positions(String topic, Collection<Integer> partitions) {
        return writers.getFirst().positions(topic, partitions);
    }

    @Override
    public Mono<? extends Applied> apply(Batch<Fact> batch) {
        int most = Math.min(writers.size(), batch.advances().size());
        if (most < 2 || batch.facts().size() < LARGE) {
            return writers.getFirst().apply(batch);
        }
        List<Share> shares = shares(batch, most);
        // Each is waited for, also where another has failed: so afterwards none is under way.
        return Flux.range(0, most)
                .flatMapDelayError(i -> writers.get(i).apply(shares.get(i).of(batch)), most, 1)
                .collectList()
                .onErrorMap(failure -> Exceptions.unwrapMultiple(failure).getFirst())
                .map(Together::new);
    }

    /** The largest partitions first, each to whoever has least. */
    private static List<Share> shares(Batch<Fact> batch, int most) {
        Map<Integer, Long> counts = new HashMap<>(batch.facts().stream()
                .collect(Collectors.groupingBy(fact -> fact.place().partition(), Collectors.counting())));
        List<Share> shares = new ArrayList<>();
        for (int i = 0; i < most; i++) {
            shares.add(new Share());
        }
        batch.advances().stream()
                .map(Advance::partition)
                .sorted(Comparator.comparing((Function<Integer, Long>) partition -> counts.getOrDefault(partition, 0L))
                        .reversed())
                .forEach(partition -> shares.stream()
                        .min(Comparator.comparingLong(Share::facts).thenComparingInt(share -> share.partitions.size()))
                        .orElseThrow()
                        .take(partition, counts.getOrDefault(partition, 0L)));
        return shares;
    }
}
