package dev.almanac.architecture.samples.clock;

import java.time.Clock;

/** Stands in the one place that may. */
public final class MakesTheClock {
    Clock clock() {
        return Clock.systemUTC();
    }
}
