package dev.almanac.api.sync;

import java.util.List;

/**
 * The latest states of what changed after some seq, by the read model at one moment.
 *
 * @param changes by ascending seq
 * @param upTo the seq that a reader of this page has: the last change's where there is more, else the read model's
 * @param more whether changes after {@code upTo} were there already
 */
public record ChangesPage(List<Change> changes, long upTo, boolean more) {
    public ChangesPage {
        changes = List.copyOf(changes);
        if (!changes.isEmpty() && changes.getLast().seq() > upTo) {
            throw new IllegalArgumentException("A change at %d is not within %d"
                    .formatted(changes.getLast().seq(), upTo));
        }
        if (more && changes.isEmpty()) {
            throw new IllegalArgumentException("An empty page can't be followed by more");
        }
    }

    /** The weight of its changes together. */
    public long weight() {
        return changes.stream().mapToLong(Change::weight).sum();
    }

    /** As much of its beginning as weighs no more than this; the first change however heavy it is. */
    public ChangesPage within(long mostWeight) {
        var weight = 0L;
        for (var count = 0; count < changes.size(); count++) {
            weight += changes.get(count).weight();
            if (count > 0 && weight > mostWeight) {
                return new ChangesPage(
                        changes.subList(0, count), changes.get(count - 1).seq(), true);
            }
        }
        return this;
    }
}
