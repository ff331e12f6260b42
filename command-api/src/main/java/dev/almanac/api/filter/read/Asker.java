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
    LocalDate today() {
        return now.atZone(zone).toLocalDate();
    }
}
