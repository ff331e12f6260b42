package dev.almanac.api.stream;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The most recent links of a chain without a hole, bounded in number, weight and age: the oldest give way. Not
 * thread-safe.
 */
final class RecentLinks {
    private record Arrival(Instant at, long seq) {}

    private final StreamSettings.Tail bounds;
    private final NavigableMap<Long, Link> links = new TreeMap<>();
    private final Deque<Arrival> arrivals = new ArrayDeque<>();
    private long weight;

    RecentLinks(StreamSettings.Tail bounds) {
        this.bounds = bounds;
    }

    /** Adds a link after the last; one that doesn't follow it begins a new chain, and the old one is forgotten. */
    void append(Link link, Instant now) {
        if (!links.isEmpty() && link.previous() != links.lastKey()) {
            clear();
        }
        links.put(link.seq(), link);
        arrivals.addLast(new Arrival(now, link.seq()));
        weight += link.weight();
        while (links.size() > bounds.updates() || weight > bounds.bytes() && links.size() > 1) {
            removeFirst();
        }
    }

    /** Forgets what came before a moment. */
    void expire(Instant before) {
        while (!arrivals.isEmpty() && arrivals.getFirst().at().isBefore(before)) {
            removeFirst();
        }
    }

    /** The first link, if any. */
    Optional<Link> first() {
        return Optional.ofNullable(links.firstEntry()).map(NavigableMap.Entry::getValue);
    }

    /** The last link, if any. */
    Optional<Link> last() {
        return Optional.ofNullable(links.lastEntry()).map(NavigableMap.Entry::getValue);
    }

    /** The first link that tells something to who has everything up to {@code covered}. */
    Optional<Link> after(long covered) {
        return Optional.ofNullable(links.higherEntry(covered)).map(NavigableMap.Entry::getValue);
    }

    void removeFirst() {
        weight -= links.pollFirstEntry().getValue().weight();
        arrivals.removeFirst();
    }

    private void clear() {
        links.clear();
        arrivals.clear();
        weight = 0;
    }
}
