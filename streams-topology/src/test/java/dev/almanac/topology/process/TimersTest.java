package dev.almanac.topology.process;

import static dev.almanac.topology.testkit.Acts.complete;
import static dev.almanac.topology.testkit.Acts.createTask;
import static dev.almanac.topology.testkit.Acts.remind;
import static dev.almanac.topology.testkit.Acts.remindAt;
import static dev.almanac.topology.testkit.Acts.snooze;
import static dev.almanac.topology.testkit.Acts.time;
import static dev.almanac.topology.testkit.Expectations.emits;
import static dev.almanac.topology.testkit.Expectations.emitsNothing;
import static dev.almanac.topology.testkit.Expectations.reminderScheduled;
import static dev.almanac.topology.testkit.Expectations.reminderTriggered;
import static dev.almanac.topology.testkit.Expectations.reminderTriggeredLate;
import static dev.almanac.topology.testkit.Expectations.taskCreated;
import static dev.almanac.topology.testkit.Expectations.taskOverdue;
import static dev.almanac.topology.testkit.Passing.downFor;
import static dev.almanac.topology.testkit.Passing.timePasses;
import static dev.almanac.topology.testkit.Scenario.in;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.topology.testkit.Act;
import dev.almanac.topology.testkit.DecidedByTopology;
import dev.almanac.topology.testkit.Labels;
import dev.almanac.topology.testkit.Scenario;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Timers in the topology, with its stores and its clock. */
class TimersTest {
    private static final Instant SOON = Scenario.START.plus(ofMinutes(30));

    private final DecidedByTopology topology = new DecidedByTopology(Labels.id("team"), Scenario.START);

    @AfterEach
    void close() {
        topology.close();
    }

    private static Act reminded(String task, String reminder, Instant at) {
        return createTask(task, fields -> fields.setReminders(List.of(remindAt(reminder, at))));
    }

    @Test
    void aReminderIsSetByTheDecisionAndTriggersOnce() {
        in(topology)
                .when(reminded("milk", "r", SOON))
                .then(emits(taskCreated("milk"), reminderScheduled("r")))
                .when(timePasses(ofMinutes(29)))
                .then(emitsNothing())
                .when(timePasses(ofHours(1)))
                .then(emits(reminderTriggered("r")))
                .when(timePasses(ofDays(1)))
                .then(emitsNothing());
        assertThat(topology.timerMeter("fired")).isEqualTo(1);
        assertThat(topology.timerMeter("pending")).isZero();
    }

    @Test
    void aReminderAndItsTaskComeEachAtItsTime() {
        in(
                        topology,
                        createTask(
                                "lunch",
                                fields -> fields.setDue(time("2026-11-02T12:00", "UTC"))
                                        .setReminders(List.of(remind("r", "-PT30M")))))
                .when(timePasses(ofHours(2)))
                .then(emitsNothing())
                .when(timePasses(ofMinutes(30)))
                .then(emits(reminderTriggered("r")))
                .when(timePasses(ofMinutes(30)))
                .then(emits(taskOverdue("lunch")));
    }

    @Test
    void aCancelledReminderLeavesNothingBehind() {
        in(topology, reminded("milk", "r", SOON), complete("milk"))
                .when(timePasses(ofHours(1)))
                .then(emitsNothing());
        assertThat(topology.timerMeter("pending")).isZero();
    }

    @Test
    void whatIsSetForATimeThatHasPassedTriggersAtOnce() {
        in(topology, reminded("milk", "r", SOON))
                .when(timePasses(ofHours(1)))
                .then(emits(reminderTriggered("r")))
                .when(reminded("bread", "s", SOON.minusSeconds(60)))
                .when(timePasses(ofMinutes(1)))
                .then(emits(reminderTriggeredLate("s")));
    }

    @Test
    void aBurstIsHandledWholeAndEachOnce() {
        Act[] tasks = IntStream.range(0, 60)
                .mapToObj(i -> reminded("t" + i, "r" + i, SOON))
                .toArray(Act[]::new);
        Scenario burst = in(topology, tasks).when(downFor(ofHours(1)));

        assertThat(burst.happening().events()).hasSize(60);
        assertThat(topology.timerMeter("fired")).isEqualTo(60);
        burst.when(timePasses(ofDays(1))).then(emitsNothing());
    }

    @Test
    void aSnoozedReminderTriggersAtTheNewTimeAlone() {
        in(topology, reminded("milk", "r", SOON), snooze("milk", "r", SOON.plus(ofHours(1))))
                .when(timePasses(ofHours(1)))
                .then(emitsNothing())
                .when(timePasses(ofHours(1)))
                .then(emits(reminderTriggered("r")));
    }
}
