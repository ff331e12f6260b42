package dev.almanac.api.filter.read;

import dev.almanac.api.filter.Filter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;

/**
 * A filter that goes on being asked: what it calls today or now follows the clock, a second behind at most. Not
 * thread-safe.
 */
public final class StandingFilter {
    private static final Duration FRESH = Duration.ofSeconds(1);

    private final String text;
    private final UUID userId;
    private final ZoneId zone;
    private final Clock clock;
    private Filter filter;
    private Instant readAt;

    /**
     * @param text that was understood as {@code filter}
     * @param asker who asked, and when that was
     */
    public StandingFilter(String text, Filter filter, Asker asker, Clock clock) {
        this.text = text;
        this.userId = asker.userId();
        this.zone = asker.zone();
        this.clock = clock;
        this.filter = filter;
        this.readAt = asker.now();
    }

    /** What it means now. */
    public Filter now() {
        var now = clock.instant();
        if (now.isAfter(readAt.plus(FRESH))) {
            readAt = now;
            filter = switch (FilterReader.read(text, new Asker(userId, zone, now))) {
                case Reading.Understood(var understood) -> understood;
                // A date so far away that it is no longer one: the last day on which it was still counts.
                case Reading.Misread _ -> filter;
            };
        }
        return filter;
    }
}
