package dev.almanac.projection.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.almanac.schemas.model.TaskDate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;

class MomentTest {
    @Test
    void aTimeOfDayIsPassedWhenItComes() {
        Moment moment = Moment.of(at("2026-11-30T09:00", "Europe/Berlin"));

        assertThat(moment)
                .isEqualTo(new Moment(
                        LocalDate.of(2026, 11, 30),
                        LocalTime.of(9, 0),
                        Instant.parse("2026-11-30T08:00:00Z"),
                        Instant.parse("2026-11-30T08:00:00Z")));
    }

    @Test
    void aDayIsPassedWhenTheNextBegins() {
        Moment moment = Moment.of(on("2026-11-30", "Europe/Berlin"));

        assertThat(moment)
                .isEqualTo(new Moment(
                        LocalDate.of(2026, 11, 30),
                        null,
                        Instant.parse("2026-11-29T23:00:00Z"),
                        Instant.parse("2026-11-30T23:00:00Z")));
    }

    @Test
    void aDayThatBeginsInAGapBeginsAfterIt() {
        // Beirut's clocks went from 24:00 to 01:00.
        assertThat(Moment.of(on("2022-03-27", "Asia/Beirut")).at()).isEqualTo(Instant.parse("2022-03-26T22:00:00Z"));
    }

    @Test
    void aTimeInAGapMovesForwardByItsLength() {
        assertThat(Moment.of(at("2026-03-29T02:30", "Europe/Berlin")).at())
                .isEqualTo(Instant.parse("2026-03-29T01:30:00Z"));
    }

    @Test
    void inAnOverlapTheEarlierOffsetCounts() {
        assertThat(Moment.of(at("2026-10-25T02:30", "Europe/Berlin")).at())
                .isEqualTo(Instant.parse("2026-10-25T00:30:00Z"));
    }

    @Test
    void withoutAZoneItIsUtc() {
        TaskDate date =
                TaskDate.newBuilder().setDate(LocalDate.of(2026, 11, 30)).build();

        assertThat(Moment.of(date).at()).isEqualTo(Instant.parse("2026-11-30T00:00:00Z"));
    }

    @Test
    void aZoneThatDoesNotExistIsRefused() {
        assertThatThrownBy(() -> Moment.of(on("2026-11-30", "Europe/Atlantis")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Europe/Atlantis");
    }

    @Test
    void neitherDayNorTimeIsRefused() {
        assertThatThrownBy(() -> Moment.of(TaskDate.newBuilder().build())).isInstanceOf(IllegalArgumentException.class);
    }

    private static TaskDate at(String dateTime, String zone) {
        return TaskDate.newBuilder()
                .setDateTime(LocalDateTime.parse(dateTime))
                .setTimeZone(zone)
                .build();
    }

    private static TaskDate on(String date, String zone) {
        return TaskDate.newBuilder()
                .setDate(LocalDate.parse(date))
                .setTimeZone(zone)
                .build();
    }
}
