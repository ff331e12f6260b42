package dev.almanac.topology.decide.task;

import static dev.almanac.topology.testkit.Acts.INBOX;
import static dev.almanac.topology.testkit.Acts.after;
import static dev.almanac.topology.testkit.Acts.before;
import static dev.almanac.topology.testkit.Acts.createList;
import static dev.almanac.topology.testkit.Acts.createSubtask;
import static dev.almanac.topology.testkit.Acts.createTask;
import static dev.almanac.topology.testkit.Acts.createTaskAt;
import static dev.almanac.topology.testkit.Acts.createTaskIn;
import static dev.almanac.topology.testkit.Acts.delete;
import static dev.almanac.topology.testkit.Acts.deleteList;
import static dev.almanac.topology.testkit.Expectations.emits;
import static dev.almanac.topology.testkit.Expectations.isRefused;
import static dev.almanac.topology.testkit.Expectations.taskCreated;
import static dev.almanac.topology.testkit.Scenario.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.schemas.command.TaskPatch;
import dev.almanac.schemas.event.TaskCreated;
import dev.almanac.schemas.model.Priority;
import dev.almanac.schemas.model.Task;
import dev.almanac.schemas.model.TaskDate;
import dev.almanac.schemas.model.TaskStatus;
import dev.almanac.schemas.result.RejectionCode;
import dev.almanac.topology.testkit.Acts;
import dev.almanac.topology.testkit.Labels;
import dev.almanac.topology.testkit.Scenario;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TaskCreationTest {
    @Test
    void aTitleIsEnough() {
        Scenario created = given().when(createTask("milk")).then(emits(taskCreated("milk")));

        Task task = created.task("milk");
        assertThat(task.getTitle()).isEqualTo("milk");
        assertThat(task.getListId()).isEqualTo(Labels.id(INBOX));
        assertThat(task.getStatus()).isEqualTo(TaskStatus.OPEN);
        assertThat(task.getPriority()).isEqualTo(Priority.NONE);
        assertThat(task.getTags()).isEmpty();
        assertThat(task.getCreatedBy()).isEqualTo(Labels.id("ann"));
        assertThat(task.getCreatedAt()).isEqualTo(created.instant());
        assertThat(task.getUpdatedAt()).isEqualTo(created.instant());
        assertThat(task.getVersion()).isEqualTo(1);
    }

    @Test
    void theEventAndTheAnswerCarryTheTask() {
        Scenario created = given().when(createTask("milk"));

        Task task = created.task("milk");
        assertThat(created.happening().events()).singleElement().satisfies(event -> {
            TaskCreated fact = (TaskCreated) event;
            assertThat(fact.getTask()).isEqualTo(task);
            assertThat(fact.getMetadata().getSeq()).isEqualTo(task.getSeq());
            assertThat(fact.getMetadata().getOccurredAt()).isEqualTo(created.instant());
            assertThat(fact.getMetadata().getCommandId())
                    .isEqualTo(created.happening().result().getCommandId());
        });
        assertThat(created.happening().outcome().getState().orElseThrow().getTask())
                .contains(task);
        assertThat(created.happening().result().getSeq()).isEqualTo(task.getSeq());
    }

    @Test
    void allFieldsAreKept() {
        TaskDate start = new TaskDate(LocalDate.of(2026, 11, 2), null, null);
        TaskDate due = new TaskDate(null, LocalDateTime.of(2026, 11, 30, 9, 0), "Europe/Berlin");

        Task task = given().when(createTask(
                        "milk",
                        fields -> fields.setNotes("two\nlitres")
                                .setPriority(Priority.HIGH)
                                .setTags(List.of("Shop", "Überfällig"))
                                .setStart(start)
                                .setDue(due)
                                .setEstimate("PT45M")
                                .setAssignee(Labels.id("ann"))))
                .task("milk");

        assertThat(task.getNotes()).contains("two\nlitres");
        assertThat(task.getPriority()).isEqualTo(Priority.HIGH);
        assertThat(task.getTags()).containsExactly("Shop", "Überfällig");
        assertThat(task.getStart()).contains(start);
        assertThat(task.getDue()).contains(due);
        assertThat(task.getEstimate()).contains("PT45M");
        assertThat(task.getAssignee()).contains(Labels.id("ann"));
    }

    @Nested
    class Ids {
        @Test
        void thatAreTakenAreRefused() {
            given(createTask("milk")).when(createTask("milk")).then(isRefused(RejectionCode.ID_TAKEN, "/id"));
        }

        @Test
        void areTakenInTheTrashToo() {
            given(createTask("milk"), delete("milk"))
                    .when(createTask("milk"))
                    .then(isRefused(RejectionCode.ID_TAKEN, "/id"));
        }

        @Test
        void haveNoVersionYet() {
            given().when(createTask("milk").expecting(1)).then(isRefused(RejectionCode.VERSION_MISMATCH));
        }
    }

    @Nested
    class Lists {
        @Test
        void takeTheTasksMadeForThem() {
            assertThat(given(createList("home"))
                            .when(createTaskIn("home", "milk"))
                            .tasksOf("home"))
                    .containsExactly("milk");
        }

        @Test
        void mustBeThere() {
            given().when(createTaskIn("home", "milk")).then(isRefused(RejectionCode.INVALID, "/listId"));
        }

        @Test
        void mustNotBeDeleted() {
            given(createList("home"), deleteList("home"))
                    .when(createTaskIn("home", "milk"))
                    .then(isRefused(RejectionCode.INVALID, "/listId"));
        }
    }

    @Nested
    class Places {
        @Test
        void areAtTheEndUnlessNamed() {
            assertThat(given(createTask("a"), createTask("b"), createTask("c")).tasksOf(INBOX))
                    .containsExactly("a", "b", "c");
        }

        @Test
        void canBeAfterOrBeforeAnother() {
            assertThat(given(createTask("a"), createTask("b"))
                            .when(createTaskAt(after("a"), "after a"))
                            .when(createTaskAt(before("a"), "before a"))
                            .tasksOf(INBOX))
                    .containsExactly("before a", "a", "after a", "b");
        }

        @Test
        void canNotBeBesideATaskOfAnotherList() {
            given(createList("home"), createTaskIn("home", "milk"))
                    .when(createTaskAt(after("milk"), "b"))
                    .then(isRefused(RejectionCode.INVALID, "/position/after"));
        }

        @Test
        void canNotBeBesideATaskInTheTrash() {
            given(createTask("a"), delete("a"))
                    .when(createTaskAt(before("a"), "b"))
                    .then(isRefused(RejectionCode.INVALID, "/position/before"));
        }
    }

    @Nested
    class Subtasks {
        @Test
        void areInTheirParentsList() {
            Scenario created =
                    given(createList("home"), createTaskIn("home", "move")).when(createSubtask("move", "pack"));

            assertThat(created.task("pack").getParentId()).contains(Labels.id("move"));
            assertThat(created.task("pack").getListId()).isEqualTo(Labels.id("home"));
        }

        @Test
        void areInNoOtherList() {
            given(createTask("move"), createList("home"))
                    .when(createTask("pack", "home", null, fields -> fields.setParentId(Labels.id("move"))))
                    .then(isRefused(RejectionCode.INVALID, "/listId"));
        }

        @Test
        void needAParentThatIsThere() {
            given(createTask("move"), delete("move"))
                    .when(createSubtask("move", "pack"))
                    .then(isRefused(RejectionCode.INVALID, "/parentId"));
        }

        @Test
        void reopenTheirParent() {
            given(createTask("move"), createSubtask("move", "pack"), Acts.complete("move"))
                    .when(createSubtask("pack", "boxes"))
                    .then(emits(taskCreated("boxes"), "TaskReopened pack", "TaskReopened move"));
        }

        @Test
        void goFourLevelsDeep() {
            given(
                            createTask("0"),
                            createSubtask("0", "1"),
                            createSubtask("1", "2"),
                            createSubtask("2", "3"),
                            createSubtask("3", "4"))
                    .when(createSubtask("4", "5"))
                    .then(isRefused(RejectionCode.LIMIT_EXCEEDED, "/parentId"));
        }

        @Test
        void areAtMost249() {
            Scenario full = given(createTask("root"));
            for (int i = 0; i < 249; i++) {
                full.when(createSubtask("root", "sub " + i)).then(emits(taskCreated("sub " + i)));
            }
            full.when(createSubtask("sub 0", "one more")).then(isRefused(RejectionCode.LIMIT_EXCEEDED, "/parentId"));
        }
    }

    @Nested
    class Values {
        static Stream<Arguments> thatAreRefused() {
            TaskDate day = new TaskDate(LocalDate.of(2026, 11, 30), null, null);
            LocalDateTime nine = LocalDateTime.of(2026, 11, 30, 9, 0);
            return Stream.of(
                    refused("/title", fields -> fields.clearTitle()),
                    refused("/title", fields -> fields.setTitle(" \t")),
                    refused("/title", fields -> fields.setTitle("x".repeat(501))),
                    refused("/title", fields -> fields.setTitle("two\nlines")),
                    refused("/title", fields -> fields.setTitle("a\0b")),
                    refused("/notes", fields -> fields.setNotes("é".repeat(32 * 1024) + "x")),
                    refused("/notes", fields -> fields.setNotes("a\0b")),
                    refused(
                            "/tags",
                            fields -> fields.setTags(IntStream.rangeClosed(0, 50)
                                    .mapToObj(Integer::toString)
                                    .toList())),
                    refused("/tags/1", fields -> fields.setTags(List.of("Été", "éTÉ"))),
                    refused("/tags/0", fields -> fields.setTags(List.of(""))),
                    refused("/tags/0", fields -> fields.setTags(List.of("x".repeat(65)))),
                    refused("/start", fields -> fields.setStart(new TaskDate(null, null, "UTC"))),
                    refused("/due", fields -> fields.setDue(new TaskDate(LocalDate.EPOCH, nine, "UTC"))),
                    refused("/due", fields -> fields.setDue(new TaskDate(LocalDate.of(10_000, 1, 1), null, null))),
                    refused("/due/timeZone", fields -> fields.setDue(new TaskDate(null, nine, null))),
                    refused("/due/timeZone", fields -> fields.setDue(new TaskDate(null, nine, "Berlin"))),
                    refused(
                            "/due/dateTime",
                            fields -> fields.setDue(new TaskDate(null, nine.plusNanos(1_000_000), "UTC"))),
                    refused(
                            "/start",
                            fields -> fields.setDue(day).setStart(new TaskDate(LocalDate.of(2026, 12, 1), null, null))),
                    refused("/estimate", fields -> fields.setEstimate("an hour")),
                    refused("/estimate", fields -> fields.setEstimate("PT0S")),
                    refused("/estimate", fields -> fields.setEstimate("-PT5M")),
                    refused("/estimate", fields -> fields.setEstimate("PT99999999999999999999H")),
                    refused("/assignee", fields -> fields.setAssignee(Labels.id("stranger"))),
                    refused("/parentId", fields -> fields.setParentId(new UUID(0, 7))),
                    refused("/status", fields -> fields.setClear(List.of("status"))));
        }

        private static Arguments refused(String pointer, UnaryOperator<TaskPatch.Builder> fields) {
            return Arguments.of(pointer, fields);
        }

        @ParameterizedTest
        @MethodSource
        void thatAreRefused(String pointer, UnaryOperator<TaskPatch.Builder> fields) {
            given().when(createTask("milk", fields)).then(isRefused(RejectionCode.INVALID, pointer));
        }

        static Stream<UnaryOperator<TaskPatch.Builder>> thatAreJustWithinBounds() {
            TaskDate day = new TaskDate(LocalDate.of(2026, 11, 30), null, null);
            return Stream.of(
                    fields -> fields.setTitle("😀".repeat(500)),
                    fields -> fields.setNotes("é".repeat(32 * 1024)),
                    fields -> fields.setNotes(""),
                    fields -> fields.setTags(Collections.nCopies(50, "").stream()
                            .map(tag -> UUID.randomUUID().toString())
                            .toList()),
                    fields -> fields.setTags(List.of("😀".repeat(64))),
                    fields -> fields.setStart(day).setDue(day),
                    fields -> fields.setDue(new TaskDate(LocalDate.of(9999, 12, 31), null, "Europe/Berlin")),
                    fields -> fields.setEstimate("P2DT0.5S"));
        }

        @ParameterizedTest
        @MethodSource
        void thatAreJustWithinBounds(UnaryOperator<TaskPatch.Builder> fields) {
            given().when(createTask("milk", fields)).then(emits(taskCreated("milk")));
        }
    }
}
