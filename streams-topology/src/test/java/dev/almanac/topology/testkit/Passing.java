package dev.almanac.topology.testkit;

import java.time.Duration;

/**
 * Time that passes.
 *
 * @param running whether Almanac runs meanwhile; else what becomes due waits until the end
 */
public record Passing(Duration duration, boolean running) {
    public static Passing timePasses(Duration duration) {
        return new Passing(duration, true);
    }

    public static Passing downFor(Duration duration) {
        return new Passing(duration, false);
    }
}
