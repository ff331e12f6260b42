package dev.almanac.topology.decide.task;

import static dev.almanac.topology.testkit.Acts.cancel;
import static dev.almanac.topology.testkit.Acts.complete;
import static dev.almanac.topology.testkit.Acts.createSubtask;
import static dev.almanac.topology.testkit.Acts.createTask;
import static dev.almanac.topology.testkit.Acts.delete;
import static dev.almanac.topology.testkit.Acts.reopen;
import static dev.almanac.topology.testkit.Expectations.emits;
import static dev.almanac.topology.testkit.Expectations.isRefused;
import static dev.almanac.topology.testkit.Expectations.isUnchanged;
import static dev.almanac.topology.testkit.Expectations.taskCancelled;
import static dev.almanac.topology.testkit.Expectations.taskCompleted;
import static dev.almanac.topology.testkit.Expectations.taskReopened;
import static dev.almanac.topology.testkit.Scenario.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.schemas.model.TaskStatus;
import dev.almanac.schemas.result.RejectionCode;
import dev.almanac.topology.testkit.Scenario;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TaskClosingTest {
    @Nested
    class Completing {
        @Test
        void tellsWhen() {
            Scenario completed =
                    given(createTask("milk")).when(complete("milk")).then(emits(taskCompleted("milk")));

            assertThat(completed.task("milk").getStatus()).isEqualTo(TaskStatus.COMPLETED);
            assertThat(completed.task("milk").getCompletedAt()).contains(completed.instant());
        }

        @Test
        void againChangesNothing() {
            given(createTask("milk"), complete("milk")).when(complete("milk")).then(isUnchanged());
        }

        @Test
        void completesTheOpenSubtasksToo() {
            given(
                            createTask("move"),
                            createSubtask("move", "pack"),
                            createSubtask("pack", "boxes"),
                            createSubtask("move", "paint"),
                            cancel("paint"),
                            createSubtask("move", "clean"),
                            delete("clean"))
                    .when(complete("move"))
                    .then(emits(taskCompleted("move"), taskCompleted("pack"), taskCompleted("boxes")));
        }

        @Test
        void leavesTheParentOpen() {
            given(createTask("move"), createSubtask("move", "pack"))
                    .when(complete("pack"))
                    .then(emits(taskCompleted("pack")));
        }

        @Test
        void ofATaskThatIsNotThereIsRefused() {
            given(createTask("milk"), delete("milk"))
                    .when(complete("milk"))
                    .then(isRefused(RejectionCode.NOT_FOUND))
                    .when(complete("tea"))
                    .then(isRefused(RejectionCode.NOT_FOUND));
        }

        @Test
        void ofAStaleVersionIsRefused() {
            given(createTask("milk"))
                    .when(complete("milk").expecting(2))
                    .then(isRefused(RejectionCode.VERSION_MISMATCH));
        }
    }

    @Nested
    class Cancelling {
        @Test
        void cancelsTheOpenSubtasksToo() {
            given(createTask("move"), createSubtask("move", "pack"), createSubtask("move", "paint"), complete("paint"))
                    .when(cancel("move"))
                    .then(emits(taskCancelled("move"), taskCancelled("pack")))
                    .when(cancel("move"))
                    .then(isUnchanged());
        }

        @Test
        void ofACompletedTaskForgetsWhenItWasCompleted() {
            Scenario cancelled = given(createTask("milk"), complete("milk"))
                    .when(cancel("milk"))
                    .then(emits(taskCancelled("milk")));

            assertThat(cancelled.task("milk").getCompletedAt()).isEmpty();
        }
    }

    @Nested
    class Reopening {
        @Test
        void forgetsWhenTheTaskWasCompleted() {
            Scenario reopened = given(createTask("milk"), complete("milk"))
                    .when(reopen("milk"))
                    .then(emits(taskReopened("milk")));

            assertThat(reopened.task("milk").getStatus()).isEqualTo(TaskStatus.OPEN);
            assertThat(reopened.task("milk").getCompletedAt()).isEmpty();
        }

        @Test
        void ofAnOpenTaskChangesNothing() {
            given(createTask("milk")).when(reopen("milk")).then(isUnchanged());
        }

        @Test
        void leavesTheSubtasksClosed() {
            given(createTask("move"), createSubtask("move", "pack"), complete("move"))
                    .when(reopen("move"))
                    .then(emits(taskReopened("move")));
        }

        @Test
        void opensWhatIsAbove() {
            given(createTask("move"), createSubtask("move", "pack"), createSubtask("pack", "boxes"), complete("move"))
                    .when(reopen("boxes"))
                    .then(emits(taskReopened("boxes"), taskReopened("pack"), taskReopened("move")));
        }
    }
}
