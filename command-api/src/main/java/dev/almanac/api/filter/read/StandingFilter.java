package dev.almanac.api.filter.read;

import dev.almanac.api.filter.Filter;
import java.time.Clock;
import java.time.Duration;

/**
 * A filter that goes on being asked: what it calls today or now follows the clock, a second behind at most. Not
 * thread-safe.
 */
public final class StandingFilter {
    private static final Duration FRESH = Duration.ofSeconds(1);

    private final String text;
    private final Clock clock;
    private Filter filter;
    private Asker asker;

    /**
     * @param text that was understood as {@code filter}
     * @param asker who asked, and when that was
     */
    public StandingFilter(String text, Filter filter, Asker asker, Clock clock) {
        this.text = text;
        this.clock = clock;
        this.filter = filter;
        this.asker = asker;
    }

    /** What it means now. */
    public Filter now() {
        var now = clock.instant();
        if (now.isAfter(asker.now().plus(FRESH))) {
            asker = asker.at(now);
            filter = switch (FilterReader.read(text, asker)) {
                case Reading.Understood(var understood) -> understood;
                // A date so far away that it is no longer one: the last day on which it was still counts.
                case Reading.Misread _ -> filter;
            };
        }
        return filter;
    }
}
