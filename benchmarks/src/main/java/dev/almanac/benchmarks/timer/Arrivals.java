package dev.almanac.benchmarks.timer;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** Times at which things happen that know nothing of each other. */
final class Arrivals {
    private Arrivals() {}

    /** Of a Poisson process, in their order, to the millisecond. @param perSecond on average */
    static List<Instant> poisson(Instant from, double perSecond, Duration duration) {
        List<Instant> times = new ArrayList<>();
        double millis = 0;
        while (true) {
            millis += -Math.log(1 - ThreadLocalRandom.current().nextDouble()) / perSecond * 1000;
            if (millis >= duration.toMillis()) {
                return times;
            }
            times.add(from.plusMillis((long) millis));
        }
    }

    /** At random, within a duration from then on. */
    static Instant within(Instant from, Duration duration) {
        return from.plusMillis(ThreadLocalRandom.current().nextLong(duration.toMillis()));
    }
}
