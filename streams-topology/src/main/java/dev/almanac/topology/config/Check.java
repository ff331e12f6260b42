package dev.almanac.topology.config;

import java.time.Duration;

/** What settings must fulfil; each message names the setting as a person writes it. */
final class Check {
    private Check() {}

    static void that(boolean holds, String setting, String requirement, Object value) {
        if (!holds) {
            throw new IllegalArgumentException(setting + " must be " + requirement + ", not " + value);
        }
    }

    static void positive(String setting, Duration value) {
        that(value.isPositive() && value.toMillis() > 0, setting, "at least 1 ms", value);
    }

    static void notNegative(String setting, Duration value) {
        that(!value.isNegative(), setting, "0 or more", value);
    }

    static void between(String setting, int from, int to, int value) {
        that(value >= from && value <= to, setting, "from " + from + " to " + to, value);
    }

    static void notBlank(String setting, String value) {
        that(!value.isBlank(), setting, "set", "blank");
    }
}
