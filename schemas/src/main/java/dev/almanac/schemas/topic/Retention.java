package dev.almanac.schemas.topic;

import java.time.Duration;

/** What a topic forgets. */
public sealed interface Retention {
    /** The source of truth: nothing, ever. */
    record Unlimited() implements Retention {}

    /**
     * Whatever is older.
     *
     * @param age positive, whole milliseconds
     */
    record Age(Duration age) implements Retention {
        public Age {
            if (!age.isPositive()) {
                throw new IllegalArgumentException("A retention of " + age + " keeps nothing");
            }
        }
    }

    /** All but the latest record of each key. */
    record LatestPerKey() implements Retention {}
}
