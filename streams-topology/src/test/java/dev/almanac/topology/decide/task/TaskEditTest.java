package dev.almanac.topology.decide.task;

import static dev.almanac.topology.testkit.Acts.INBOX;
import static dev.almanac.topology.testkit.Acts.complete;
import static dev.almanac.topology.testkit.Acts.createList;
import static dev.almanac.topology.testkit.Acts.createSubtask;
import static dev.almanac.topology.testkit.Acts.createTask;
import static dev.almanac.topology.testkit.Acts.createTaskIn;
import static dev.almanac.topology.testkit.Acts.delete;
import static dev.almanac.topology.testkit.Acts.editTask;
import static dev.almanac.topology.testkit.Acts.removeMember;
import static dev.almanac.topology.testkit.Acts.setMember;
import static dev.almanac.topology.testkit.Expectations.emits;
import static dev.almanac.topology.testkit.Expectations.isRefused;
import static dev.almanac.topology.testkit.Expectations.isUnchanged;
import static dev.almanac.topology.testkit.Expectations.taskEdited;
import static dev.almanac.topology.testkit.Expectations.taskMoved;
import static dev.almanac.topology.testkit.Expectations.taskReopened;
import static dev.almanac.topology.testkit.Scenario.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.schemas.model.Priority;
import dev.almanac.schemas.model.Role;
import dev.almanac.schemas.model.Task;
import dev.almanac.schemas.model.TaskDate;
import dev.almanac.schemas.result.RejectionCode;
import dev.almanac.topology.testkit.Act;
import dev.almanac.topology.testkit.Labels;
import dev.almanac.topology.testkit.Scenario;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TaskEditTest {
    @Test
    void changesWhatItNamesAndNothingElse() {
        Scenario edited = given(
                        createTask("milk", fields -> fields.setNotes("two").setPriority(Priority.LOW)))
                .when(editTask("milk", patch -> patch.setTitle("oat milk").setPriority(Priority.HIGH)))
                .then(emits(taskEdited("milk", "title", "priority")));

        Task task = edited.task("milk");
        assertThat(task.getTitle()).isEqualTo("oat milk");
        assertThat(task.getPriority()).isEqualTo(Priority.HIGH);
        assertThat(task.getNotes()).contains("two");
        assertThat(task.getVersion()).isEqualTo(2);
        assertThat(task.getUpdatedAt()).isEqualTo(edited.instant());
        assertThat(task.getCreatedAt()).isBefore(edited.instant());
    }

    @Test
    void clearsWhatItSaysToClear() {
        Task task = given(createTask(
                        "milk",
                        fields -> fields.setNotes("two")
                                .setPriority(Priority.LOW)
                                .setTags(List.of("shop"))
                                .setEstimate("PT5M")))
                .when(editTask("milk", patch -> patch.setClear(List.of("notes", "priority", "tags", "estimate"))))
                .then(emits(taskEdited("milk", "notes", "priority", "tags", "estimate")))
                .task("milk");

        assertThat(task.getNotes()).isEmpty();
        assertThat(task.getPriority()).isEqualTo(Priority.NONE);
        assertThat(task.getTags()).isEmpty();
        assertThat(task.getEstimate()).isEmpty();
    }

    @Test
    void thatChangesNothingIsNoEvent() {
        given(createTask("milk", fields -> fields.setTags(List.of("shop"))))
                .when(editTask(
                        "milk",
                        patch ->
                                patch.setTitle("milk").setTags(List.of("shop")).setClear(List.of("notes", "parentId"))))
                .then(isUnchanged());
    }

    @Test
    void answersWithTheTask() {
        Scenario edited = given(createTask("milk")).when(editTask("milk", patch -> patch.setTitle("oats")));

        assertThat(edited.happening().outcome().getState().orElseThrow().getTask())
                .contains(edited.task("milk"));
    }

    @Test
    void canNotClearTheTitle() {
        given(createTask("milk"))
                .when(editTask("milk", patch -> patch.setClear(List.of("title"))))
                .then(isRefused(RejectionCode.INVALID, "/title"));
    }

    @Test
    void canNotBothSetAndClear() {
        given(createTask("milk"))
                .when(editTask("milk", patch -> patch.setNotes("two").setClear(List.of("notes"))))
                .then(isRefused(RejectionCode.INVALID, "/notes"));
    }

    @Test
    void isRefusedForATaskThatIsNotThere() {
        given(createTask("milk"), delete("milk"))
                .when(editTask("milk", patch -> patch.setTitle("oats")))
                .then(isRefused(RejectionCode.NOT_FOUND))
                .when(editTask("tea", patch -> patch.setTitle("oats")))
                .then(isRefused(RejectionCode.NOT_FOUND));
    }

    @Nested
    class Versions {
        @Test
        void thatAreExpectedPass() {
            given(createTask("milk"))
                    .when(editTask("milk", patch -> patch.setTitle("oats")).expecting(1))
                    .then(emits(taskEdited("milk", "title")));
        }

        @Test
        void thatAreStaleAreRefusedWithWhatIsThere() {
            Scenario refused = given(createTask("milk"), editTask("milk", patch -> patch.setTitle("oats")))
                    .when(editTask("milk", patch -> patch.setTitle("soy")).expecting(1))
                    .then(isRefused(RejectionCode.VERSION_MISMATCH));

            assertThat(refused.happening()
                            .outcome()
                            .getRejection()
                            .orElseThrow()
                            .getCurrent()
                            .orElseThrow()
                            .getTask())
                    .contains(refused.task("milk"));
        }
    }

    @Nested
    class Dates {
        private static final TaskDate MONDAY = new TaskDate(LocalDate.of(2026, 11, 2), null, null);
        private static final TaskDate TUESDAY = new TaskDate(LocalDate.of(2026, 11, 3), null, null);
        private static final TaskDate WEDNESDAY = new TaskDate(LocalDate.of(2026, 11, 4), null, null);

        @Test
        void doNotPassEachOther() {
            given(createTask("milk", fields -> fields.setStart(TUESDAY).setDue(WEDNESDAY)))
                    .when(editTask("milk", patch -> patch.setDue(MONDAY)))
                    .then(isRefused(RejectionCode.INVALID, "/due"));
        }

        @Test
        void canBeMovedTogether() {
            given(createTask("milk", fields -> fields.setStart(TUESDAY).setDue(TUESDAY)))
                    .when(editTask("milk", patch -> patch.setStart(WEDNESDAY).setDue(WEDNESDAY)))
                    .then(emits(taskEdited("milk", "start", "due")));
        }

        @Test
        void canBeClearedOneByOne() {
            given(createTask("milk", fields -> fields.setStart(TUESDAY).setDue(WEDNESDAY)))
                    .when(editTask("milk", patch -> patch.setDue(MONDAY).setClear(List.of("start"))))
                    .then(emits(taskEdited("milk", "start", "due")));
        }
    }

    @Nested
    class Assignees {
        @Test
        void areMembers() {
            given(setMember("bob", Role.VIEWER), createTask("milk"))
                    .when(editTask("milk", patch -> patch.setAssignee(Labels.id("bob"))))
                    .then(emits(taskEdited("milk", "assignee")))
                    .when(editTask("milk", patch -> patch.setAssignee(Labels.id("eve"))))
                    .then(isRefused(RejectionCode.INVALID, "/assignee"));
        }

        @Test
        void whoHaveLeftDoNotStandInTheWayOfOtherEdits() {
            given(
                            setMember("bob", Role.VIEWER),
                            createTask("milk", fields -> fields.setAssignee(Labels.id("bob"))),
                            removeMember("bob"))
                    .when(editTask("milk", patch -> patch.setTitle("oats").setAssignee(Labels.id("bob"))))
                    .then(emits(taskEdited("milk", "title")));
        }
    }

    @Nested
    class Parents {
        private static Act putBelow(String parent, String task) {
            return editTask(task, patch -> patch.setParentId(Labels.id(parent)));
        }

        @Test
        void canBeGiven() {
            given(createTask("move"), createTask("pack"))
                    .when(putBelow("move", "pack"))
                    .then(emits(taskEdited("pack", "parentId")));
        }

        @Test
        void canBeTakenAway() {
            given(createTask("move"), createSubtask("move", "pack"))
                    .when(editTask("pack", patch -> patch.setClear(List.of("parentId"))))
                    .then(emits(taskEdited("pack", "parentId")));
        }

        @Test
        void takeTheirSubtasksToTheirList() {
            Scenario edited = given(
                            createList("home"),
                            createTaskIn("home", "move"),
                            createTask("pack"),
                            createSubtask("pack", "boxes"),
                            createSubtask("pack", "tape"))
                    .when(putBelow("move", "pack"))
                    .then(emits(
                            taskEdited("pack", "listId", "parentId", "position"),
                            taskMoved("boxes"),
                            taskMoved("tape")));

            assertThat(edited.tasksOf("home")).containsExactly("move", "pack", "boxes", "tape");
            assertThat(edited.tasksOf(INBOX)).isEmpty();
        }

        @Test
        void thatAreClosedOpenForAnOpenSubtask() {
            given(createTask("move"), complete("move"), createTask("pack"))
                    .when(putBelow("move", "pack"))
                    .then(emits(taskEdited("pack", "parentId"), taskReopened("move")));
        }

        @Test
        void thatAreClosedStaySoForAClosedSubtask() {
            given(createTask("move"), complete("move"), createTask("pack"), complete("pack"))
                    .when(putBelow("move", "pack"))
                    .then(emits(taskEdited("pack", "parentId")));
        }

        @Test
        void areNotTheTaskItself() {
            given(createTask("move"))
                    .when(putBelow("move", "move"))
                    .then(isRefused(RejectionCode.CONFLICT, "/parentId"));
        }

        @Test
        void areNotBelowTheTask() {
            given(createTask("move"), createSubtask("move", "pack"), createSubtask("pack", "boxes"))
                    .when(putBelow("boxes", "move"))
                    .then(isRefused(RejectionCode.CONFLICT, "/parentId"));
        }

        @Test
        void areNotTooDeepForWhatComesWithTheTask() {
            given(
                            createTask("0"),
                            createSubtask("0", "1"),
                            createSubtask("1", "2"),
                            createSubtask("2", "3"),
                            createTask("pack"),
                            createSubtask("pack", "boxes"))
                    .when(putBelow("3", "pack"))
                    .then(isRefused(RejectionCode.LIMIT_EXCEEDED, "/parentId"))
                    .when(putBelow("2", "pack"))
                    .then(emits(taskEdited("pack", "parentId")));
        }

        @Test
        void canChangeWithinATreeThatIsFull() {
            Scenario full = given(createTask("root"), createSubtask("root", "a"), createSubtask("root", "b"));
            for (int i = 0; i < 247; i++) {
                full.when(createSubtask("a", "sub " + i));
            }
            full.when(createSubtask("root", "too many"))
                    .then(isRefused(RejectionCode.LIMIT_EXCEEDED))
                    .when(putBelow("b", "a"))
                    .then(emits(taskEdited("a", "parentId")));
        }
    }
}
