package dev.almanac.projection.consume;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ConsumeSettingsTest {
    @Test
    void theDelayDoublesUpToTheLongest() {
        ConsumeSettings settings = settings(1000, ofMillis(100), ofSeconds(1));

        assertThat(settings.retryDelayAfter(1)).isEqualTo(ofMillis(100));
        assertThat(settings.retryDelayAfter(2)).isEqualTo(ofMillis(200));
        assertThat(settings.retryDelayAfter(4)).isEqualTo(ofMillis(800));
        assertThat(settings.retryDelayAfter(5)).isEqualTo(ofSeconds(1));
        assertThat(settings.retryDelayAfter(Integer.MAX_VALUE)).isEqualTo(ofSeconds(1));
    }

    @Test
    void nonsenseIsRefused() {
        assertThatThrownBy(() -> settings(0, ofMillis(100), ofSeconds(1))).hasMessageContaining("batch-records");
        assertThatThrownBy(() -> settings(10_001, ofMillis(100), ofSeconds(1))).hasMessageContaining("batch-records");
        assertThatThrownBy(() -> settings(1, Duration.ZERO, ofSeconds(1))).hasMessageContaining("retry-delay");
        assertThatThrownBy(() -> settings(1, ofSeconds(2), ofSeconds(1))).hasMessageContaining("retry-delay-max");
    }

    private static ConsumeSettings settings(int batchRecords, Duration retryDelay, Duration retryDelayMax) {
        return new ConsumeSettings(
                "projection-writer",
                "",
                batchRecords,
                ofMillis(20),
                ofMillis(100),
                ofMillis(100),
                retryDelay,
                retryDelayMax);
    }
}
