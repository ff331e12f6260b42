package dev.almanac.projection.consume;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PaceTest {
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
    private final Pace pace = new Pace(ofMillis(20), 1000, nanos::get);

    @Test
    void firstBatchBeginsAtOnce() {
        assertThat(pace.untilNext()).isEqualTo(ZERO);
    }

    @Test
    void nextBatchWaitsForTheRestOfTheInterval() {
        pace.began(10);
        pass(ofMillis(15));

        assertThat(pace.untilNext()).isEqualTo(ofMillis(6));
    }

    @Test
    void theMoreThereWasTheLongerTheNextIsGathered() {
        pace.began(500);

        assertThat(pace.untilNext()).isEqualTo(ofMillis(70));
    }

    @Test
    void afterAFullBatchTheNextBeginsAtOnce() {
        pace.began(1000);

        assertThat(pace.untilNext()).isEqualTo(ZERO);
    }

    @Test
    void afterAPauseABatchBeginsAtOnce() {
        pace.began(0);
        pass(ofMillis(21));

        assertThat(pace.untilNext()).isEqualTo(ZERO);
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
