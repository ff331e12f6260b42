package dev.almanac.topology.decide.task;

import static dev.almanac.topology.testkit.Act.atomically;
import static dev.almanac.topology.testkit.Acts.INBOX;
import static dev.almanac.topology.testkit.Acts.after;
import static dev.almanac.topology.testkit.Acts.complete;
import static dev.almanac.topology.testkit.Acts.createList;
import static dev.almanac.topology.testkit.Acts.createSubtask;
import static dev.almanac.topology.testkit.Acts.createTask;
import static dev.almanac.topology.testkit.Acts.createTaskAt;
import static dev.almanac.topology.testkit.Acts.createTaskIn;
import static dev.almanac.topology.testkit.Acts.delete;
import static dev.almanac.topology.testkit.Acts.deleteList;
import static dev.almanac.topology.testkit.Acts.editTask;
import static dev.almanac.topology.testkit.Acts.moveTo;
import static dev.almanac.topology.testkit.Acts.restore;
import static dev.almanac.topology.testkit.Expectations.emits;
import static dev.almanac.topology.testkit.Expectations.isRefused;
import static dev.almanac.topology.testkit.Expectations.isUnchanged;
import static dev.almanac.topology.testkit.Expectations.taskDeleted;
import static dev.almanac.topology.testkit.Expectations.taskReopened;
import static dev.almanac.topology.testkit.Expectations.taskRestored;
import static dev.almanac.topology.testkit.Scenario.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.schemas.result.RejectionCode;
import dev.almanac.topology.testkit.Labels;
import dev.almanac.topology.testkit.Scenario;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TaskTrashTest {
    @Nested
    class Deleting {
        @Test
        void putsTheTaskIntoTheTrash() {
            Scenario deleted = given(createTask("milk")).when(delete("milk")).then(emits(taskDeleted("milk")));

            assertThat(deleted.task("milk").getDeletedAt()).contains(deleted.instant());
            assertThat(deleted.tasksOf(INBOX)).isEmpty();
            assertThat(deleted.happening().outcome().getState().orElseThrow().getTask())
                    .contains(deleted.task("milk"));
        }

        @Test
        void againChangesNothing() {
            given(createTask("milk"), delete("milk")).when(delete("milk")).then(isUnchanged());
        }

        @Test
        void takesTheSubtasksAlong() {
            given(createTask("move"), createSubtask("move", "pack"), createSubtask("pack", "boxes"))
                    .when(delete("move"))
                    .then(emits(taskDeleted("move"), taskDeleted("pack"), taskDeleted("boxes")));
        }

        @Test
        void ofWhatWasNeverThereIsRefused() {
            given().when(delete("milk")).then(isRefused(RejectionCode.NOT_FOUND));
        }

        @Test
        void ofAStaleVersionIsRefused() {
            given(createTask("milk")).when(delete("milk").expecting(7)).then(isRefused(RejectionCode.VERSION_MISMATCH));
        }
    }

    @Nested
    class Restoring {
        @Test
        void bringsTheTaskBackWhereItWas() {
            Scenario restored = given(createTask("a"), createTask("b"), createTask("c"), delete("b"))
                    .when(restore("b"))
                    .then(emits(taskRestored("b")));

            assertThat(restored.tasksOf(INBOX)).containsExactly("a", "b", "c");
            assertThat(restored.task("b").getDeletedAt()).isEmpty();
        }

        @Test
        void findsRoomWhereItsPositionWasTaken() {
            assertThat(given(
                                    createTask("a"),
                                    createTaskAt(after("a"), "z"),
                                    createTaskAt(after("a"), "b"),
                                    delete("b"),
                                    createTaskAt(after("a"), "c"))
                            .when(restore("b"))
                            .tasksOf(INBOX))
                    .containsExactly("a", "c", "b", "z");
        }

        @Test
        void ofATaskThatIsNotInTheTrashChangesNothing() {
            given(createTask("milk")).when(restore("milk")).then(isUnchanged());
        }

        @Test
        void ofWhatWasNeverThereIsRefused() {
            given().when(restore("milk")).then(isRefused(RejectionCode.NOT_FOUND));
        }

        @Test
        void ofAStaleVersionIsRefused() {
            given(createTask("milk"), delete("milk"))
                    .when(restore("milk").expecting(1))
                    .then(isRefused(RejectionCode.VERSION_MISMATCH));
        }

        @Test
        void bringsBackTheSubtasksThatWentAlongAndNoOthers() {
            given(
                            createTask("move"),
                            createSubtask("move", "pack"),
                            createSubtask("pack", "boxes"),
                            createSubtask("move", "paint"),
                            delete("paint"),
                            delete("move"))
                    .when(restore("move"))
                    .then(emits(taskRestored("move"), taskRestored("pack"), taskRestored("boxes")));
        }

        @Test
        void putsASubtaskBelowItsParentAgainWhereverThatIs() {
            Scenario restored = given(
                            createList("home"),
                            createTask("move"),
                            createSubtask("move", "pack"),
                            delete("pack"),
                            moveTo("home", "move"))
                    .when(restore("pack"));

            assertThat(restored.task("pack").getParentId()).contains(Labels.id("move"));
            assertThat(restored.tasksOf("home")).containsExactly("move", "pack");
        }

        @Test
        void makesASubtaskOfAParentInTheTrashATaskOfItsOwn() {
            Scenario restored = given(createTask("move"), createSubtask("move", "pack"), delete("move"))
                    .when(restore("pack"))
                    .then(emits(taskRestored("pack")));

            assertThat(restored.task("pack").getParentId()).isEmpty();
        }

        @Test
        void makesASubtaskThatHasBecomeTooDeepATaskOfItsOwn() {
            Scenario restored = given(
                            createTask("0"),
                            createSubtask("0", "1"),
                            createSubtask("1", "2"),
                            createSubtask("2", "3"),
                            createTask("move"),
                            createSubtask("move", "pack"),
                            delete("pack"),
                            editTask("move", patch -> patch.setParentId(Labels.id("3"))))
                    .when(restore("pack"));

            assertThat(restored.task("pack").getParentId()).isEmpty();
        }

        @Test
        void ofAnOpenSubtaskReopensItsParent() {
            given(createTask("move"), createSubtask("move", "pack"), delete("pack"), complete("move"))
                    .when(restore("pack"))
                    .then(emits(taskRestored("pack"), taskReopened("move")));
        }

        @Test
        void leavesWhatWouldBeOpenBelowAClosedTask() {
            given(
                            createTask("move"),
                            createSubtask("move", "pack"),
                            atomically(delete("pack"), complete("move"), delete("move")))
                    .when(restore("move"))
                    .then(emits(taskRestored("move")));
        }

        @Test
        void goesToTheInboxWhereTheListIsDeleted() {
            assertThat(given(
                                    createList("home"),
                                    createTaskIn("home", "move"),
                                    createSubtask("move", "pack"),
                                    deleteList("home"))
                            .when(restore("move"))
                            .then(emits(taskRestored("move"), taskRestored("pack")))
                            .tasksOf(INBOX))
                    .containsExactlyElementsOf(List.of("move", "pack"));
        }
    }
}
