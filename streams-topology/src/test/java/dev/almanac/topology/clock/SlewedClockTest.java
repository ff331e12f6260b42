package dev.almanac.topology.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

class SlewedClockTest {
    private static final Instant START = Instant.parse("2026-11-02T09:00:00Z");

    private long nanos = 77;
    private Instant wallTime = START;
    private final SlewedClock clock = new SlewedClock(() -> nanos, new Clock() {
        @Override
        public Instant instant() {
            return wallTime;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    });

    /** In steps as Streams asks, checking that it never goes back. */
    private void goOn(Duration time) {
        Duration step = Duration.ofMillis(5);
        for (Duration gone = Duration.ZERO; gone.compareTo(time) < 0; gone = gone.plus(step)) {
            Instant before = clock.instant();
            nanos += step.toNanos();
            wallTime = wallTime.plus(step);
            assertThat(clock.instant()).isAfter(before);
        }
    }

    @Test
    void goesWithTheWallClock() {
        goOn(Duration.ofMinutes(1));

        assertThat(clock.instant()).isEqualTo(START.plusSeconds(60));
        assertThat(clock.millis()).isEqualTo(START.plusSeconds(60).toEpochMilli());
    }

    @Test
    void neverGoesBackAndNeverStopsWhereTheWallClockIsPutBack() {
        goOn(Duration.ofSeconds(1));
        wallTime = wallTime.minusSeconds(10);

        goOn(Duration.ofSeconds(10));
        assertThat(clock.instant()).isCloseTo(START.plusSeconds(6), within(200, ChronoUnit.MILLIS));

        goOn(Duration.ofSeconds(11));
        assertThat(clock.instant()).isCloseTo(wallTime, within(1, ChronoUnit.MILLIS));
    }

    @Test
    void catchesUpWhereTheWallClockIsPutForwardALittle() {
        goOn(Duration.ofSeconds(1));
        wallTime = wallTime.plusMillis(1500);

        goOn(Duration.ofMillis(200));
        assertThat(clock.instant()).isBefore(wallTime);

        goOn(Duration.ofSeconds(2));
        assertThat(clock.instant()).isCloseTo(wallTime, within(1, ChronoUnit.MILLIS));
    }

    @Test
    void followsAtOnceWhereTheMachineHasSlept() {
        wallTime = wallTime.plus(Duration.ofHours(8));

        goOn(Duration.ofMillis(200));

        assertThat(clock.instant()).isCloseTo(wallTime, within(1, ChronoUnit.MILLIS));
    }
}
