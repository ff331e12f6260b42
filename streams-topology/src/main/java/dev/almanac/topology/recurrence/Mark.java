package dev.almanac.topology.recurrence;

import java.time.LocalDateTime;

/**
 * A place in a series.
 *
 * @param nominal as in {@link Occurrence}
 * @param number as in {@link Occurrence}
 */
public record Mark(LocalDateTime nominal, int number) {
    public static Mark of(Occurrence occurrence) {
        return new Mark(occurrence.nominal(), occurrence.number());
    }
}
