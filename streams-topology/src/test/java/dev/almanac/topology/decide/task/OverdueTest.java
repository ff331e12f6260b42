package dev.almanac.topology.decide.task;

import static dev.almanac.topology.testkit.Acts.complete;
import static dev.almanac.topology.testkit.Acts.createTask;
import static dev.almanac.topology.testkit.Acts.day;
import static dev.almanac.topology.testkit.Acts.delete;
import static dev.almanac.topology.testkit.Acts.editTask;
import static dev.almanac.topology.testkit.Acts.reopen;
import static dev.almanac.topology.testkit.Acts.time;
import static dev.almanac.topology.testkit.Expectations.emits;
import static dev.almanac.topology.testkit.Expectations.emitsNothing;
import static dev.almanac.topology.testkit.Expectations.taskEdited;
import static dev.almanac.topology.testkit.Expectations.taskOverdue;
import static dev.almanac.topology.testkit.Passing.timePasses;
import static dev.almanac.topology.testkit.Scenario.given;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.schemas.model.TaskDate;
import dev.almanac.topology.testkit.Act;
import dev.almanac.topology.testkit.Scenario;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class OverdueTest {
    private static Act dueOn(TaskDate date) {
        return createTask("milk", fields -> fields.setDue(date));
    }

    @Test
    void beginsAtTheTime() {
        Scenario overdue = given(dueOn(time("2026-11-02T12:00", "UTC")))
                .when(timePasses(ofHours(2)))
                .then(emitsNothing())
                .when(timePasses(ofHours(1)))
                .then(emits(taskOverdue("milk")))
                .when(timePasses(ofDays(9)))
                .then(emitsNothing());

        assertThat(overdue.task("milk").getOverdue()).isTrue();
    }

    @Test
    void beginsForADayWithTheNextWhereTheTaskIsDue() {
        assertThat(overdueAt(day("2026-11-02", "America/New_York"))).isEqualTo(Instant.parse("2026-11-03T05:00:00Z"));
        // Clocks go forward at midnight, so this day begins at one.
        assertThat(overdueAt(day("2027-09-04", "America/Santiago"))).isEqualTo(Instant.parse("2027-09-05T04:00:00Z"));
        // Samoa left out the 30th of December 2011.
        assertThat(overdueAt(day("2011-12-29", "Pacific/Apia"))).isEqualTo(Instant.parse("2011-12-30T10:00:00Z"));
    }

    @Test
    void beginsAfterAGapByItsLengthLaterAndInAnOverlapWithTheFirst() {
        assertThat(overdueAt(time("2027-03-28T02:30", "Europe/Berlin")))
                .isEqualTo(Instant.parse("2027-03-28T01:30:00Z"));
        assertThat(overdueAt(time("2026-10-25T02:30", "Europe/Berlin")))
                .isEqualTo(Instant.parse("2026-10-25T00:30:00Z"));
        // Lord Howe's clocks change by half an hour.
        assertThat(overdueAt(time("2027-10-03T02:15", "Australia/Lord_Howe")))
                .isEqualTo(Instant.parse("2027-10-02T15:45:00Z"));
    }

    private static Instant overdueAt(TaskDate date) {
        return given(dueOn(date)).task("milk").getOverdueAt().orElseThrow();
    }

    @Test
    void endsWithANewDateAndBeginsAgain() {
        Scenario moved = given(dueOn(time("2026-11-02T10:00", "UTC")))
                .when(timePasses(ofHours(2)))
                .when(editTask("milk", patch -> patch.setDue(time("2026-11-02T20:00", "UTC"))))
                .then(emits(taskEdited("milk", "due")));
        assertThat(moved.task("milk").getOverdue()).isFalse();

        moved.when(timePasses(ofHours(12))).then(emits(taskOverdue("milk")));
    }

    @Test
    void isNotToldTwiceWhereItGoesOn() {
        Scenario still = given(dueOn(time("2026-11-02T10:00", "UTC")))
                .when(timePasses(ofHours(2)))
                .when(editTask(
                        "milk",
                        patch -> patch.setDue(time("2026-11-02T10:30", "UTC")).setTitle("bread")))
                .then(emits(taskEdited("milk", "title", "due")))
                .when(timePasses(ofHours(1)))
                .then(emitsNothing());

        assertThat(still.task("milk").getOverdue()).isTrue();
    }

    @Test
    void isNothingForWhatIsDoneOrGoneOrNotDue() {
        given(dueOn(time("2026-11-02T10:00", "UTC")), complete("milk"))
                .when(timePasses(ofHours(2)))
                .then(emitsNothing())
                .when(reopen("milk"))
                .when(timePasses(ofHours(1)))
                .then(emits(taskOverdue("milk")));
        given(dueOn(time("2026-11-02T10:00", "UTC")), delete("milk"))
                .when(timePasses(ofHours(2)))
                .then(emitsNothing());
        given(dueOn(time("2026-11-02T10:00", "UTC")), editTask("milk", patch -> patch.setClear(List.of("due"))))
                .when(timePasses(ofHours(2)))
                .then(emitsNothing());
    }
}
