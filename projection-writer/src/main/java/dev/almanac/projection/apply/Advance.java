package dev.almanac.projection.apply;

/**
 * How far a batch takes one partition.
 *
 * @param from offset that the partition must stand at
 * @param to offset of the next record to read afterwards
 */
public record Advance(int partition, long from, long to) {
    public Advance {
        if (from < 0 || to <= from) {
            throw new IllegalArgumentException("No way forward in " + partition + " from " + from + " to " + to);
        }
    }
}
