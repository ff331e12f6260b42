package dev.almanac.topology.recurrence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Example;

class PreviewTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Example
    void saysWhatSkipHasMoved() {
        Preview back = timed("FREQ=MONTHLY;SKIP=BACKWARD", "2026-01-31T09:00", Optional.empty(), 3);
        assertThat(back.dates())
                .extracting(date -> date.note().orElse(""))
                .containsExactly("", "The day does not exist in February 2026: moved back to its last", "");
        Preview forward = timed("FREQ=MONTHLY;SKIP=FORWARD", "2026-01-31T09:00", Optional.empty(), 3);
        assertThat(forward.dates())
                .extracting(date -> date.note().orElse(""))
                .containsExactly(
                        "",
                        "The day does not exist in February 2026: moved forward to the first of the next month",
                        "");
    }

    @Example
    void saysWhatTheClocksHaveMoved() {
        Preview preview = timed("FREQ=DAILY", "2026-03-28T02:30", Optional.empty(), 3);
        assertThat(preview.dates().get(1).local()).isEqualTo("2026-03-29T03:30");
        assertThat(preview.dates().get(1).instant()).isEqualTo("2026-03-29T01:30:00Z");
        assertThat(preview.dates().get(1).note())
                .contains("2026-03-29T02:30 does not exist in Europe/Berlin, where the clocks go forward:"
                        + " moved to 03:30");
        assertThat(preview.dates().get(2).note()).isEmpty();
    }

    @Example
    void aDayBeginsWhenItDoesWhereMidnightIsLeftOut() {
        Preview preview = Preview.of(
                Rules.sound("FREQ=DAILY"),
                LocalDate.parse("2026-09-05").atStartOfDay(),
                true,
                ZoneId.of("America/Santiago"),
                Optional.empty(),
                Set.of(),
                2);
        assertThat(preview.dates().get(1).local().toLocalDate()).isEqualTo("2026-09-06");
        assertThat(preview.dates().get(1).instant()).isEqualTo("2026-09-06T04:00:00Z");
        assertThat(preview.dates().get(1).note()).isEmpty();
    }

    @Example
    void goesOnFromWhereAnotherEnded() {
        Preview whole = timed("FREQ=HOURLY;INTERVAL=7;COUNT=20", "2026-03-28T02:30", Optional.empty(), 30);
        assertThat(whole.dates()).hasSize(20);
        for (int i = 0; i < 20; i++) {
            Preview rest = timed(
                    "FREQ=HOURLY;INTERVAL=7;COUNT=20",
                    "2026-03-28T02:30",
                    Optional.of(whole.dates().get(i).local()),
                    30);
            assertThat(rest.dates()).isEqualTo(whole.dates().subList(i + 1, 20));
        }
    }

    @Example
    void tellsTheEndFromFutility() {
        assertThat(timed("FREQ=DAILY;COUNT=2", "2026-03-28T02:30", Optional.empty(), 3)
                        .isFutile())
                .isFalse();
        assertThat(timed("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "2026-03-28T02:30", Optional.empty(), 3)
                        .isFutile())
                .isTrue();
    }

    private static Preview timed(String rule, String start, Optional<LocalDateTime> after, int limit) {
        return Preview.of(Rules.sound(rule), LocalDateTime.parse(start), false, BERLIN, after, Set.of(), limit);
    }
}
