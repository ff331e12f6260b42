package dev.almanac.topology.decide.task;

import static dev.almanac.topology.testkit.Acts.cancel;
import static dev.almanac.topology.testkit.Acts.complete;
import static dev.almanac.topology.testkit.Acts.createList;
import static dev.almanac.topology.testkit.Acts.createTask;
import static dev.almanac.topology.testkit.Acts.day;
import static dev.almanac.topology.testkit.Acts.delete;
import static dev.almanac.topology.testkit.Acts.deleteList;
import static dev.almanac.topology.testkit.Acts.dismiss;
import static dev.almanac.topology.testkit.Acts.editTask;
import static dev.almanac.topology.testkit.Acts.fire;
import static dev.almanac.topology.testkit.Acts.remind;
import static dev.almanac.topology.testkit.Acts.remindAt;
import static dev.almanac.topology.testkit.Acts.remindFromStart;
import static dev.almanac.topology.testkit.Acts.reopen;
import static dev.almanac.topology.testkit.Acts.restore;
import static dev.almanac.topology.testkit.Acts.snooze;
import static dev.almanac.topology.testkit.Acts.time;
import static dev.almanac.topology.testkit.Expectations.emits;
import static dev.almanac.topology.testkit.Expectations.emitsNothing;
import static dev.almanac.topology.testkit.Expectations.isRefused;
import static dev.almanac.topology.testkit.Expectations.isUnchanged;
import static dev.almanac.topology.testkit.Expectations.reminderCancelled;
import static dev.almanac.topology.testkit.Expectations.reminderDismissed;
import static dev.almanac.topology.testkit.Expectations.reminderScheduled;
import static dev.almanac.topology.testkit.Expectations.reminderTriggered;
import static dev.almanac.topology.testkit.Expectations.reminderTriggeredLate;
import static dev.almanac.topology.testkit.Expectations.taskCancelled;
import static dev.almanac.topology.testkit.Expectations.taskCompleted;
import static dev.almanac.topology.testkit.Expectations.taskCreated;
import static dev.almanac.topology.testkit.Expectations.taskDeleted;
import static dev.almanac.topology.testkit.Expectations.taskEdited;
import static dev.almanac.topology.testkit.Expectations.taskOverdue;
import static dev.almanac.topology.testkit.Expectations.taskReopened;
import static dev.almanac.topology.testkit.Expectations.taskRestored;
import static dev.almanac.topology.testkit.Passing.downFor;
import static dev.almanac.topology.testkit.Passing.timePasses;
import static dev.almanac.topology.testkit.Scenario.given;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.schemas.command.ReminderRequest;
import dev.almanac.schemas.command.TaskPatch;
import dev.almanac.schemas.event.ReminderTriggered;
import dev.almanac.schemas.model.ActorKind;
import dev.almanac.schemas.model.Reminder;
import dev.almanac.schemas.model.ReminderState;
import dev.almanac.schemas.model.Role;
import dev.almanac.schemas.result.RejectionCode;
import dev.almanac.topology.testkit.Act;
import dev.almanac.topology.testkit.Acts;
import dev.almanac.topology.testkit.Labels;
import dev.almanac.topology.testkit.Scenario;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReminderTest {
    private static final Instant SOON = Scenario.START.plus(ofMinutes(30));
    private static final String UTC = "UTC";

    /** Due at noon, three hours from the start. */
    private static Act lunch(ReminderRequest... reminders) {
        return createTask(
                "lunch", fields -> fields.setDue(time("2026-11-02T12:00", UTC)).setReminders(List.of(reminders)));
    }

    private static Act remindOf(String task, ReminderRequest... reminders) {
        return editTask(task, patch -> patch.setReminders(List.of(reminders)));
    }

    private static UnaryOperator<TaskPatch.Builder> due(String time) {
        return patch -> patch.setDue(time(time, UTC));
    }

    private static Reminder only(Scenario scenario, String task) {
        assertThat(scenario.task(task).getReminders()).hasSize(1);
        return scenario.task(task).getReminders().getFirst();
    }

    @Nested
    class Triggering {
        @Test
        void comesAtItsTimeAndOnce() {
            Scenario triggered = given(createTask("milk", fields -> fields.setReminders(List.of(remindAt("r", SOON)))))
                    .when(timePasses(ofHours(1)))
                    .then(emits(reminderTriggered("r")))
                    .when(timePasses(ofDays(1)))
                    .then(emitsNothing());

            assertThat(only(triggered, "milk").getState()).isEqualTo(ReminderState.TRIGGERED);
            assertThat(only(triggered, "milk").getScheduledAt()).contains(SOON);
            assertThat(only(triggered, "milk").getFiredAt()).contains(SOON);
            assertThat(only(triggered, "milk").getLate()).isFalse();
        }

        @Test
        void tellsOfTheTaskAndWhomItIsFor() {
            Scenario triggered = given(
                            Acts.setMember("bob", Role.EDITOR),
                            createTask(
                                    "milk",
                                    fields -> fields.setAssignee(Labels.id("bob"))
                                            .setReminders(List.of(remindAt("r", SOON)))))
                    .when(timePasses(ofHours(1)));

            ReminderTriggered event =
                    (ReminderTriggered) triggered.happening().events().getFirst();
            assertThat(event.getReminder().getRecipient()).isEqualTo(Labels.id("bob"));
            assertThat(event.getTask().orElseThrow().getTitle()).isEqualTo("milk");
            assertThat(event.getReminder().getTaskVersion())
                    .isEqualTo(triggered.task("milk").getVersion());
            assertThat(triggered.happening().audit())
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.getActor().getKind()).isEqualTo(ActorKind.SYSTEM));
        }

        @Test
        void isForTheCreatorWhereNobodyIsAssigned() {
            Scenario triggered = given(createTask("milk", fields -> fields.setReminders(List.of(remindAt("r", SOON)))))
                    .when(timePasses(ofHours(1)));

            assertThat(((ReminderTriggered) triggered.happening().events().getFirst())
                            .getReminder()
                            .getRecipient())
                    .isEqualTo(Labels.id(Act.OWNER));
        }

        @Test
        void afterDowntimeComesLateAndSaysSoInTheOrderOfTime() {
            given(
                            createTask("b", fields -> fields.setReminders(List.of(remindAt("second", SOON)))),
                            createTask(
                                    "a",
                                    fields -> fields.setReminders(List.of(remindAt("first", SOON.minusSeconds(1))))))
                    .when(downFor(ofHours(1)))
                    .then(emits(reminderTriggeredLate("first"), reminderTriggeredLate("second")));
        }

        @Test
        void doesNotCountAsAPersonsChange() {
            Scenario triggered = given(createTask("milk", fields -> fields.setReminders(List.of(remindAt("r", SOON)))))
                    .when(timePasses(ofHours(1)));

            assertThat(triggered.task("milk").getUpdatedBy()).isEqualTo(Labels.id(Act.OWNER));
            assertThat(triggered.task("milk").getUpdatedAt()).isBefore(SOON);
            assertThat(triggered.task("milk").getVersion()).isEqualTo(2);
        }

        @Test
        void isForAlmanacAloneToAskFor() {
            given(createTask("milk", fields -> fields.setReminders(List.of(remindAt("r", SOON)))))
                    .when(fire("milk", "r", SOON))
                    .then(isRefused(RejectionCode.FORBIDDEN));
        }

        @Test
        void isNeverEarlyAndNeverForAnotherTime() {
            given(createTask("milk", fields -> fields.setReminders(List.of(remindAt("r", SOON)))))
                    .when(fire("milk", "r", SOON).bySystem())
                    .then(isUnchanged())
                    .when(timePasses(ofHours(1)))
                    .when(fire("milk", "r", SOON).bySystem())
                    .then(isUnchanged());
        }

        @Test
        void ofWhatIsAskedForTooLateComesAtOnce() {
            given(createTask("milk"))
                    .when(remindOf("milk", remindAt("r", Scenario.START.minusSeconds(60))))
                    .then(emits(taskEdited("milk", "reminders"), reminderScheduled("r")))
                    .when(timePasses(ofMinutes(1)))
                    .then(emits(reminderTriggeredLate("r")));
        }
    }

    @Nested
    class Relative {
        @Test
        void countsFromWhenTheTaskIsDue() {
            given(lunch(remind("r", "-PT30M")))
                    .when(timePasses(ofMinutes(149)))
                    .then(emitsNothing())
                    .when(timePasses(ofMinutes(1)))
                    .then(emits(reminderTriggered("r")));
        }

        @Test
        void countsFromWhenTheTaskStarts() {
            given(createTask(
                            "lunch",
                            fields -> fields.setStart(time("2026-11-02T11:00", UTC))
                                    .setDue(time("2026-11-02T12:00", UTC))
                                    .setReminders(List.of(remindFromStart("r", "PT5M")))))
                    .when(timePasses(ofHours(2)))
                    .then(emitsNothing())
                    .when(timePasses(ofMinutes(5)))
                    .then(emits(reminderTriggered("r")));
        }

        @Test
        void waitsForADate() {
            Scenario waiting =
                    given(createTask("lunch", fields -> fields.setReminders(List.of(remind("r", "-PT30M")))));
            assertThat(only(waiting, "lunch").getState()).isEqualTo(ReminderState.PENDING);
            assertThat(only(waiting, "lunch").getScheduledAt()).isEmpty();

            waiting.when(editTask("lunch", due("2026-11-02T12:00")))
                    .then(emits(taskEdited("lunch", "due"), reminderScheduled("r")));

            assertThat(only(waiting, "lunch").getScheduledAt()).contains(Instant.parse("2026-11-02T11:30:00Z"));
        }

        @Test
        void movesWithTheDate() {
            given(lunch(remind("r", "-PT30M")))
                    .when(editTask("lunch", due("2026-11-02T14:00")))
                    .then(emits(taskEdited("lunch", "due"), reminderScheduled("r")))
                    .when(timePasses(ofHours(4)))
                    .then(emitsNothing())
                    .when(timePasses(ofHours(1)))
                    .then(emits(reminderTriggered("r"), taskOverdue("lunch")));
        }

        @Test
        void comesAgainWhereTheDateIsMovedAfterIt() {
            given(lunch(remind("r", "-PT30M")))
                    .when(timePasses(ofMinutes(160)))
                    .then(emits(reminderTriggered("r")))
                    .when(editTask("lunch", due("2026-11-03T12:00")))
                    .then(emits(taskEdited("lunch", "due"), reminderScheduled("r")))
                    .when(timePasses(ofDays(1)))
                    .then(emits(reminderTriggered("r")));
        }

        @Test
        void isCancelledWhereItsTimeWouldHavePassed() {
            Scenario moved = given(lunch(remind("r", "-PT30M")))
                    .when(editTask("lunch", due("2026-11-02T09:10")))
                    .then(emits(taskEdited("lunch", "due"), reminderCancelled("r")));

            assertThat(only(moved, "lunch").getState()).isEqualTo(ReminderState.CANCELLED);
        }

        @Test
        void losesItsTimeWithTheDate() {
            Scenario cleared = given(lunch(remind("r", "-PT30M")))
                    .when(editTask("lunch", patch -> patch.setClear(List.of("due"))))
                    .then(emits(taskEdited("lunch", "due"), reminderCancelled("r")));

            assertThat(only(cleared, "lunch").getState()).isEqualTo(ReminderState.PENDING);
        }

        @Test
        void countsDaysByTheCalendar() {
            // In the night before the 29th of March clocks go forward in Berlin.
            Scenario task = given(createTask(
                    "trip",
                    fields -> fields.setDue(time("2027-03-28T09:00", "Europe/Berlin"))
                            .setReminders(List.of(remind("day", "-P1D"), remind("hours", "-PT24H")))));

            assertThat(task.task("trip").getReminders())
                    .extracting(reminder -> reminder.getScheduledAt().orElseThrow())
                    .containsExactly(Instant.parse("2027-03-27T08:00:00Z"), Instant.parse("2027-03-27T07:00:00Z"));
        }

        @Test
        void ofADayCountsFromItsMidnightByTheClock() {
            Scenario task = given(createTask(
                    "trip",
                    fields -> fields.setDue(day("2027-03-28", "Europe/Berlin"))
                            .setReminders(List.of(remind("morning", "PT9H"), remind("eve", "-PT6H")))));

            assertThat(task.task("trip").getReminders())
                    .extracting(reminder -> reminder.getScheduledAt().orElseThrow())
                    .containsExactly(Instant.parse("2027-03-28T07:00:00Z"), Instant.parse("2027-03-27T17:00:00Z"));
        }
    }

    @Nested
    class Cancelling {
        @Test
        void comesWithCompletingTheTask() {
            given(lunch(remind("r", "-PT30M"), remindAt("s", SOON)))
                    .when(complete("lunch"))
                    .then(emits(taskCompleted("lunch"), reminderCancelled("r"), reminderCancelled("s")))
                    .when(timePasses(ofDays(1)))
                    .then(emitsNothing());
        }

        @Test
        void comesWithCancellingAndDeletingIt() {
            given(lunch(remind("r", "-PT30M")))
                    .when(cancel("lunch"))
                    .then(emits(taskCancelled("lunch"), reminderCancelled("r")))
                    .when(delete("lunch"))
                    .then(emits(taskDeleted("lunch")));
        }

        @Test
        void isUndoneByReopening() {
            given(lunch(remind("r", "-PT30M")), complete("lunch"))
                    .when(reopen("lunch"))
                    .then(emits(taskReopened("lunch"), reminderScheduled("r")));
        }

        @Test
        void isNotUndoneForATimeThatHasPassed() {
            given(lunch(remind("r", "-PT30M")), complete("lunch"))
                    .when(timePasses(ofMinutes(165)))
                    .when(reopen("lunch"))
                    .then(emits(taskReopened("lunch")))
                    .when(timePasses(ofHours(1)))
                    .then(emits(taskOverdue("lunch")));
        }

        @Test
        void isUndoneByRestoring() {
            given(lunch(remind("r", "-PT30M")))
                    .when(delete("lunch"))
                    .then(emits(taskDeleted("lunch"), reminderCancelled("r")))
                    .when(restore("lunch"))
                    .then(emits(taskRestored("lunch"), reminderScheduled("r")));
        }

        @Test
        void comesWithLeavingItOut() {
            Scenario none = given(lunch(remind("r", "-PT30M"), remindAt("s", SOON)))
                    .when(remindOf("lunch", remindAt("s", SOON)))
                    .then(emits(taskEdited("lunch", "reminders"), reminderCancelled("r")))
                    .when(editTask("lunch", patch -> patch.setClear(List.of("reminders"))))
                    .then(emits(taskEdited("lunch", "reminders"), reminderCancelled("s")));

            assertThat(none.task("lunch").getReminders()).isEmpty();
        }

        @Test
        void comesWithDeletingTheList() {
            given(
                            createList("home"),
                            createTask(
                                    "milk", "home", null, fields -> fields.setReminders(List.of(remindAt("r", SOON)))))
                    .when(deleteList("home"))
                    .then(emits("ListDeleted home", taskDeleted("milk"), reminderCancelled("r")));
        }

        @Test
        void ofMoreThanADecisionHoldsGoesOn() {
            Act[] tasks = IntStream.range(0, 30)
                    .mapToObj(i -> createTask(
                            "t" + i,
                            "home",
                            null,
                            fields -> fields.setReminders(IntStream.range(0, 20)
                                    .mapToObj(k -> remindAt("t" + i + "r" + k, SOON.plusSeconds(k)))
                                    .toList())))
                    .toArray(Act[]::new);
            Scenario deleting = given(createList("home")).and(tasks).when(deleteList("home"));
            int first = deleting.happening().events().size();
            assertThat(first).isBetween(480, 500);

            deleting.whenItGoesOn();

            assertThat(deleting.happening().events()).hasSize(1 + 30 * 21 - first);
        }
    }

    @Nested
    class Snoozing {
        @Test
        void setsItForALaterTime() {
            Instant later = SOON.plus(ofHours(1));
            Scenario snoozed = given(createTask("milk", fields -> fields.setReminders(List.of(remindAt("r", SOON)))))
                    .when(timePasses(ofMinutes(31)))
                    .when(snooze("milk", "r", later))
                    .then(emits(reminderScheduled("r")));
            assertThat(only(snoozed, "milk").getState()).isEqualTo(ReminderState.PENDING);
            assertThat(only(snoozed, "milk").getSnoozedUntil()).contains(later);

            snoozed.when(snooze("milk", "r", later))
                    .then(isUnchanged())
                    .when(timePasses(ofHours(1)))
                    .then(emits(reminderTriggered("r")));
            assertThat(only(snoozed, "milk").getSnoozedUntil()).isEmpty();
        }

        @Test
        void takesTheOldTimesPlace() {
            given(createTask("milk", fields -> fields.setReminders(List.of(remindAt("r", SOON)))))
                    .when(snooze("milk", "r", SOON.plus(ofHours(1))))
                    .when(timePasses(ofHours(1)))
                    .then(emitsNothing());
        }

        @Test
        void givesWayToANewDate() {
            Scenario moved = given(lunch(remind("r", "-PT30M")), snooze("lunch", "r", SOON))
                    .when(editTask("lunch", due("2026-11-02T15:00")))
                    .then(emits(taskEdited("lunch", "due"), reminderScheduled("r")));

            assertThat(only(moved, "lunch").getScheduledAt()).contains(Instant.parse("2026-11-02T14:30:00Z"));
            assertThat(only(moved, "lunch").getSnoozedUntil()).isEmpty();
        }

        @Test
        void givesWayToANewDateAlsoWhileTheTaskIsClosed() {
            Scenario reopened = given(lunch(remind("r", "-PT30M")), snooze("lunch", "r", SOON), complete("lunch"))
                    .when(editTask("lunch", due("2026-11-02T09:10")))
                    .when(reopen("lunch"))
                    .then(emits(taskReopened("lunch")));

            assertThat(only(reopened, "lunch").getState()).isEqualTo(ReminderState.CANCELLED);
        }

        @Test
        void survivesAnEditOfOtherFieldsAndClosing() {
            Scenario edited = given(lunch(remind("r", "-PT30M")), snooze("lunch", "r", SOON))
                    .when(editTask("lunch", patch -> patch.setTitle("dinner")))
                    .then(emits(taskEdited("lunch", "title")));

            assertThat(only(edited, "lunch").getScheduledAt()).contains(SOON);
            edited.when(complete("lunch")).when(reopen("lunch"));
            assertThat(only(edited, "lunch").getScheduledAt()).contains(SOON);
        }

        @Test
        void isRefusedWhereItMakesNoSense() {
            given(createTask("milk", fields -> fields.setReminders(List.of(remindAt("r", SOON)))))
                    .when(snooze("milk", "r", Scenario.START))
                    .then(isRefused(RejectionCode.INVALID, "/until"))
                    .when(snooze("milk", "other", SOON))
                    .then(isRefused(RejectionCode.NOT_FOUND))
                    .when(complete("milk"))
                    .when(snooze("milk", "r", SOON))
                    .then(isRefused(RejectionCode.CONFLICT));
        }
    }

    @Nested
    class Dismissing {
        @Test
        void endsIt() {
            given(createTask("milk", fields -> fields.setReminders(List.of(remindAt("r", SOON)))))
                    .when(dismiss("milk", "r"))
                    .then(emits(reminderDismissed("r")))
                    .when(dismiss("milk", "r"))
                    .then(isUnchanged())
                    .when(timePasses(ofHours(1)))
                    .then(emitsNothing());
        }

        @Test
        void keepsWhenItTriggered() {
            Scenario dismissed = given(createTask("milk", fields -> fields.setReminders(List.of(remindAt("r", SOON)))))
                    .when(timePasses(ofHours(1)))
                    .when(dismiss("milk", "r"))
                    .then(emits(reminderDismissed("r")));

            assertThat(only(dismissed, "milk").getFiredAt()).contains(SOON);
        }
    }

    @Nested
    class Asking {
        @Test
        void setsEach() {
            given().when(lunch(remind("r", "-PT30M"), remindAt("s", SOON)))
                    .then(emits(taskCreated("lunch"), reminderScheduled("r"), reminderScheduled("s")));
        }

        @Test
        void againForTheSameChangesNothing() {
            given(lunch(remind("r", "-PT30M")))
                    .when(remindOf("lunch", remind("r", "-PT30M")))
                    .then(isUnchanged());
        }

        @Test
        void forAnotherTimeUnderTheSameIdMovesIt() {
            given(lunch(remind("r", "-PT30M")))
                    .when(remindOf("lunch", remind("r", "-PT40M")))
                    .then(emits(taskEdited("lunch", "reminders"), reminderScheduled("r")));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"", "P", "PT", "-P1DT", "P1Y", "P1M", "PT1.5H", "30M", "P99999D", "PT99999999S1", "p1d"})
        void forNoDurationIsRefused(String offset) {
            given().when(lunch(remind("r", offset))).then(isRefused(RejectionCode.INVALID, "/reminders/0/offset"));
        }

        @Test
        void forTooManyOrForNoTimeOrTwiceIsRefused() {
            ReminderRequest[] many = IntStream.range(0, 21)
                    .mapToObj(i -> remind("r" + i, "-PT" + i + "M"))
                    .toArray(ReminderRequest[]::new);
            given().when(lunch(many))
                    .then(isRefused(RejectionCode.INVALID, "/reminders"))
                    .when(lunch(new ReminderRequest(Labels.id("r"), null, null, null)))
                    .then(isRefused(RejectionCode.INVALID, "/reminders/0"))
                    .when(lunch(new ReminderRequest(Labels.id("r"), SOON, "PT1M", null)))
                    .then(isRefused(RejectionCode.INVALID, "/reminders/0"))
                    .when(lunch(remindAt("r", SOON), remindAt("r", SOON)))
                    .then(isRefused(RejectionCode.INVALID, "/reminders/1/id"));
        }
    }
}
