package dev.almanac.topology.decide.task;

import static dev.almanac.topology.testkit.Acts.complete;
import static dev.almanac.topology.testkit.Acts.delete;
import static dev.almanac.topology.testkit.Acts.editTask;
import static dev.almanac.topology.testkit.Acts.skip;
import static dev.almanac.topology.testkit.Acts.undo;
import static dev.almanac.topology.testkit.Expectations.isRefusedFor;
import static dev.almanac.topology.testkit.Expectations.isUnchanged;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.schemas.audit.AuditEntry;
import dev.almanac.schemas.command.EditScope;
import dev.almanac.schemas.command.TaskPatch;
import dev.almanac.schemas.model.Priority;
import dev.almanac.schemas.model.Recurrence;
import dev.almanac.schemas.model.Task;
import dev.almanac.schemas.model.TaskDate;
import dev.almanac.schemas.model.TaskStatus;
import dev.almanac.topology.testkit.Act;
import dev.almanac.topology.testkit.Acts;
import dev.almanac.topology.testkit.Labels;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Taking back what was done with a series of tasks. */
class SeriesUndoTest {
    private static final UUID RENT = Labels.id(Repeating.TASK);

    private final Repeating rent =
            Repeating.task(Repeating.time("2026-11-30T09:00"), Repeating.caughtUp("FREQ=MONTHLY;COUNT=5"));

    private AuditEntry did(Act act) {
        return rent.put(act).audit().getFirst();
    }

    private static List<String> openDues(Repeating repeating) {
        return repeating.open().stream().map(Repeating::due).toList();
    }

    @Nested
    class OfClosing {
        @Test
        void takesTheNextOccurrenceAway() {
            AuditEntry completed = did(complete(RENT));

            rent.put(undo(completed));

            assertThat(openDues(rent)).containsExactly("2026-11-30T09:00");
            assertThat(rent.leading().getId()).isEqualTo(RENT);
            assertThat(rent.duesOnCompleting(2))
                    .containsExactly("2026-11-30T09:00", "2026-12-30T09:00", "2027-01-30T09:00");
        }

        @Test
        void ofASkipToo() {
            AuditEntry skipped = did(skip(RENT));

            rent.put(undo(skipped));

            assertThat(openDues(rent)).containsExactly("2026-11-30T09:00");
            assertThat(rent.leading().getId()).isEqualTo(RENT);
        }

        @Test
        void whatTimersDidToTheNextDoesNotStandInTheWay() {
            Repeating daily = Repeating.task(Repeating.time("2026-11-02T12:00"), Repeating.caughtUp("FREQ=DAILY"));
            AuditEntry completed = daily.put(complete(RENT)).audit().getFirst();
            daily.pass(Duration.ofDays(3));
            daily.becomesOverdue(daily.leading());

            daily.put(undo(completed));

            assertThat(openDues(daily)).containsExactly("2026-11-02T12:00");
        }

        @Test
        void isRefusedOnceTheNextWasTouched() {
            AuditEntry completed = did(complete(RENT));
            rent.put(editTask(rent.leading().getId(), EditScope.THIS, fields -> fields.setPriority(Priority.HIGH)));

            isRefusedFor("recurrence").check(rent.tryTo(undo(completed)));

            assertThat(rent.first().getStatus()).isEqualTo(TaskStatus.COMPLETED);
        }

        @Test
        void isRefusedOnceTheNextHasBecomeAnotherSeries() {
            AuditEntry completed = did(complete(RENT));
            rent.put(editTask(rent.leading().getId(), EditScope.FUTURE, fields -> fields.setPriority(Priority.HIGH)));

            isRefusedFor("recurrence").check(rent.tryTo(undo(completed)));
        }

        @Test
        void isRefusedOnceTheNextIsInTheTrash() {
            AuditEntry completed = did(complete(RENT));
            rent.put(delete(rent.leading().getId()));

            isRefusedFor("recurrence").check(rent.tryTo(undo(completed)));
        }

        @Test
        void isRefusedOnceASubtaskOfTheNextWasTouched() {
            rent.put(Acts.createSubtask(Repeating.TASK, "call"));
            AuditEntry completed = did(complete(RENT));
            UUID copy = rent.open().stream()
                    .filter(task -> task.getParentId().isPresent())
                    .map(Task::getId)
                    .findFirst()
                    .orElseThrow();
            rent.put(editTask(copy, EditScope.THIS, fields -> fields.setTitle("write")));

            isRefusedFor("recurrence").check(rent.tryTo(undo(completed)));
        }

        @Test
        void severalTimesInARowLeadsBackToTheFirst() {
            AuditEntry first = did(complete(RENT));
            AuditEntry second = did(complete(rent.leading().getId()));
            AuditEntry third = did(skip(rent.leading().getId()));

            rent.put(undo(third));
            rent.put(undo(second));
            rent.put(undo(first));

            assertThat(openDues(rent)).containsExactly("2026-11-30T09:00");
            assertThat(rent.leading().getId()).isEqualTo(RENT);
        }

        @Test
        void canBeTakenBackItself() {
            AuditEntry completed = did(complete(RENT));
            UUID next = rent.leading().getId();
            AuditEntry undone = did(undo(completed));

            rent.put(undo(undone));

            assertThat(rent.first().getStatus()).isEqualTo(TaskStatus.COMPLETED);
            assertThat(rent.leading().getId()).isEqualTo(next);
            assertThat(openDues(rent)).containsExactly("2026-12-30T09:00");
        }

        @Test
        void ofOneThatWasCancelledBeforeItWasSkippedLeavesItCancelled() {
            rent.put(Acts.cancel(Repeating.TASK));
            AuditEntry skipped = did(skip(RENT));
            assertThat(openDues(rent)).containsExactly("2026-12-30T09:00");

            rent.put(undo(skipped));

            assertThat(openDues(rent)).isEmpty();
            assertThat(rent.leading().getId()).isEqualTo(RENT);
            assertThat(rent.first().getStatus()).isEqualTo(TaskStatus.CANCELLED);
            isUnchanged().check(rent.tryTo(undo(skipped)));
        }
    }

    @Nested
    class OfAnEdit {
        private AuditEntry edited(EditScope scope, UnaryOperator<TaskPatch.Builder> fields) {
            return did(editTask(rent.leading().getId(), scope, fields));
        }

        private String titleOfTheNext() {
            rent.put(complete(rent.leading().getId()));
            return rent.leading().getTitle();
        }

        @Test
        void ofOneOccurrenceLeavesTheSeriesAlone() {
            AuditEntry edit = edited(EditScope.THIS, fields -> fields.setTitle("pay"));

            rent.put(undo(edit));

            assertThat(rent.first().getTitle()).isEqualTo(Repeating.TASK);
            assertThat(titleOfTheNext()).isEqualTo(Repeating.TASK);
        }

        @Test
        void ofTheFutureTakesItBackForTheFuture() {
            rent.put(complete(RENT));
            Task before = rent.leading();
            AuditEntry edit = edited(EditScope.FUTURE, fields -> fields.setTitle("pay"));

            rent.put(undo(edit));

            assertThat(rent.leading().getRecurrence()).isEqualTo(before.getRecurrence());
            assertThat(rent.leading().getSeriesId()).isEqualTo(before.getSeriesId());
            assertThat(titleOfTheNext()).isEqualTo(Repeating.TASK);
        }

        @Test
        void ofTheFutureOfTheFirst() {
            AuditEntry edit = edited(EditScope.FUTURE, fields -> fields.setTitle("pay"));

            rent.put(undo(edit));

            assertThat(titleOfTheNext()).isEqualTo(Repeating.TASK);
        }

        @Test
        void thatMovedAllThatFollowTakesTheDatesBack() {
            rent.put(complete(RENT));
            rent.put(complete(rent.leading().getId()));
            AuditEntry edit = edited(EditScope.FUTURE, fields -> fields.setDue(Repeating.time("2027-02-05T10:00")));

            rent.put(undo(edit));

            assertThat(rent.duesOnCompleting(1)).containsExactly("2027-01-30T09:00", "2027-03-30T09:00");
        }

        private AuditEntry leavingOut(String rule, TaskDate... dates) {
            return edited(EditScope.THIS, fields -> fields.setRecurrence(Repeating.without(rule, dates)));
        }

        @Test
        void thatLeftOutADateLetsItComeAgain() {
            rent.put(complete(RENT));
            Task before = rent.leading();
            AuditEntry edit = leavingOut("FREQ=MONTHLY;COUNT=5", Repeating.time("2027-01-30T09:00"));

            rent.put(undo(edit));

            assertThat(rent.leading().getRecurrence()).isEqualTo(before.getRecurrence());
            assertThat(rent.duesOnCompleting(1)).containsExactly("2026-12-30T09:00", "2027-01-30T09:00");
        }

        @Test
        void thatTookAnotherRuleOrDateBringsBackWhatWasLeftOut() {
            rent.put(complete(RENT));
            leavingOut("FREQ=MONTHLY;COUNT=5", Repeating.time("2027-01-30T09:00"));
            edited(EditScope.THIS, fields -> fields.setDue(Repeating.day("2026-12-31")));
            Task before = rent.leading();

            rent.put(undo(leavingOut("FREQ=DAILY", Repeating.day("2027-01-01"))));
            assertThat(rent.leading().getRecurrence()).isEqualTo(before.getRecurrence());

            rent.put(undo(edited(EditScope.FUTURE, fields -> fields.setDue(Repeating.time("2027-01-02T10:00")))));
            assertThat(rent.leading().getRecurrence()).isEqualTo(before.getRecurrence());
            rent.put(complete(rent.leading().getId()));
            assertThat(Repeating.due(rent.leading())).isEqualTo("2027-03-30T09:00");
        }

        @Test
        void thatMovedOneTakesItsDateBack() {
            AuditEntry edit = edited(EditScope.THIS, fields -> fields.setDue(Repeating.time("2026-12-05T10:00")));

            rent.put(undo(edit));

            assertThat(rent.duesOnCompleting(1)).containsExactly("2026-11-30T09:00", "2026-12-30T09:00");
        }

        @Test
        void thatEndedTheSeriesLetsItGoOnWithItsCount() {
            rent.put(complete(RENT));
            Recurrence before = rent.leading().getRecurrence().orElseThrow();
            UUID second = rent.leading().getId();
            AuditEntry edit = edited(EditScope.THIS, fields -> fields.setClear(List.of("recurrence")));
            assertThat(rent.allLeading()).isEmpty();

            rent.put(undo(edit));

            assertThat(rent.task(second).getRecurrence()).contains(before);
        }

        @Test
        void isRefusedOnceTheSeriesHasGoneOn() {
            rent.put(complete(RENT));
            AuditEntry edit = edited(EditScope.FUTURE, fields -> fields.setTitle("pay"));
            rent.put(complete(rent.leading().getId()));

            isRefusedFor("recurrence").check(rent.tryTo(undo(edit)));
        }
    }
}
