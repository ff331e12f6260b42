package dev.almanac.api.filter.read;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;

/**
 * Who asks, and when: what {@code me}, {@code today} and {@code now} mean.
 *
 * @param zone whose days are meant
 */
public record Asker(UUID userId, ZoneId zone, Instant now) {
    /** The same one, asking again. */
    Asker at(Instant later) {
        return new Asker(userId, zone, later);
    }

    LocalDate today() {
        return now.atZone(zone).toLocalDate();
    }
}
