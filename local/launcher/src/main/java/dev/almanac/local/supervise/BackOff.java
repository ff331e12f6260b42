package dev.almanac.local.supervise;

import java.time.Duration;

/**
 * How long to wait before a part that died is started again: twice as long with each death, until it has run for a
 * while.
 *
 * @param deaths in a row
 */
record BackOff(int deaths) {
    static final BackOff NONE = new BackOff(0);
    private static final Duration FIRST = Duration.ofMillis(250);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration STEADY = Duration.ofSeconds(60);
    private static final int MOST_DOUBLINGS = 7;

    /** @param lived how long the part was ready before it died */
    BackOff afterDeath(Duration lived) {
        return lived.compareTo(STEADY) >= 0 ? new BackOff(1) : new BackOff(deaths + 1);
    }

    Duration delay() {
        if (deaths == 0) {
            return Duration.ZERO;
        }
        Duration doubled = FIRST.multipliedBy(1L << Math.min(deaths - 1, MOST_DOUBLINGS));
        return doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
    }
}
