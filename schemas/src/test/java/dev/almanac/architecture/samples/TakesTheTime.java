package dev.almanac.architecture.samples;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Is given the time, or the clock. */
public final class TakesTheTime {
    LocalDate dateOf(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }

    Instant by(Clock clock) {
        return Instant.now(clock);
    }
}
