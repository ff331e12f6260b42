package dev.almanac.local.clock;

import java.time.Clock;

/** The one place that asks the machine for its clock. */
public final class Clocks {
    private Clocks() {}

    public static Clock wall() {
        return Clock.systemUTC();
    }
}
