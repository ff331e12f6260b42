package dev.almanac.topology.decide.list;

import static dev.almanac.topology.testkit.Act.atomically;
import static dev.almanac.topology.testkit.Act.separately;
import static dev.almanac.topology.testkit.Acts.INBOX;
import static dev.almanac.topology.testkit.Acts.after;
import static dev.almanac.topology.testkit.Acts.before;
import static dev.almanac.topology.testkit.Acts.complete;
import static dev.almanac.topology.testkit.Acts.createList;
import static dev.almanac.topology.testkit.Acts.createTask;
import static dev.almanac.topology.testkit.Acts.createTaskIn;
import static dev.almanac.topology.testkit.Acts.delete;
import static dev.almanac.topology.testkit.Acts.deleteList;
import static dev.almanac.topology.testkit.Acts.editList;
import static dev.almanac.topology.testkit.Acts.restore;
import static dev.almanac.topology.testkit.Acts.trashListTasks;
import static dev.almanac.topology.testkit.Expectations.answers;
import static dev.almanac.topology.testkit.Expectations.emits;
import static dev.almanac.topology.testkit.Expectations.event;
import static dev.almanac.topology.testkit.Expectations.isRefused;
import static dev.almanac.topology.testkit.Expectations.isUnchanged;
import static dev.almanac.topology.testkit.Expectations.taskDeleted;
import static dev.almanac.topology.testkit.Scenario.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.schemas.result.OutcomeStatus;
import dev.almanac.schemas.result.RejectionCode;
import dev.almanac.topology.testkit.Act;
import dev.almanac.topology.testkit.Scenario;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ListTest {
    @Nested
    class Creating {
        @Test
        void putsTheListAtTheEnd() {
            assertThat(given(createList("home"))
                            .when(createList("work", fields -> fields.setColor("#00AAff")))
                            .then(emits(event("ListCreated", "work")))
                            .lists())
                    .containsExactly(INBOX, "home", "work");
        }

        @Test
        void putsTheListWhereItIsTold() {
            assertThat(given(createList("home"))
                            .when(createList("work", fields -> fields.setPlacement(before("home"))))
                            .lists())
                    .containsExactly(INBOX, "work", "home");
        }

        @Test
        void refusesIdsThatAreOrWereTaken() {
            given(createList("home"), createList("work"), deleteList("work"))
                    .when(createList("home"))
                    .then(isRefused(RejectionCode.ID_TAKEN, "/id"))
                    .when(createList("work"))
                    .then(isRefused(RejectionCode.ID_TAKEN, "/id"));
        }

        @Test
        void refusesWhatIsOutOfBounds() {
            given().when(createList("home", fields -> fields.setName("")))
                    .then(isRefused(RejectionCode.INVALID, "/name"))
                    .when(createList("home", fields -> fields.setName("x".repeat(201))))
                    .then(isRefused(RejectionCode.INVALID, "/name"))
                    .when(createList("home", fields -> fields.setColor("red")))
                    .then(isRefused(RejectionCode.INVALID, "/color"))
                    .when(createList("home", fields -> fields.setColor("#12345g")))
                    .then(isRefused(RejectionCode.INVALID, "/color"))
                    .when(createList("home", fields -> fields.setPlacement(after("work"))))
                    .then(isRefused(RejectionCode.INVALID, "/position/after"));
        }

        @Test
        void stopsAtFiveHundred() {
            Scenario full = given();
            for (int i = 1; i < 500; i++) {
                full.when(createList("list " + i));
            }
            full.when(createList("one more")).then(isRefused(RejectionCode.LIMIT_EXCEEDED));
        }
    }

    @Nested
    class Editing {
        @Test
        void changesWhatItNames() {
            Scenario edited = given(createList("home", fields -> fields.setColor("#000000")), createList("work"))
                    .when(editList("home", edit -> edit.setName("house").setPlacement(after("work"))))
                    .then(emits(event("ListEdited", "home") + " [name, position]"));

            assertThat(edited.list("home").getName()).isEqualTo("house");
            assertThat(edited.list("home").getColor()).contains("#000000");
            assertThat(edited.list("home").getVersion()).isEqualTo(2);
            assertThat(edited.lists()).containsExactly(INBOX, "work", "home");
        }

        @Test
        void clearsTheColor() {
            given(createList("home", fields -> fields.setColor("#000000")))
                    .when(editList("home", edit -> edit.setClear(List.of("color"))))
                    .then(emits(event("ListEdited", "home") + " [color]"))
                    .when(editList("home", edit -> edit.setClear(List.of("color"))))
                    .then(isUnchanged());
        }

        @Test
        void clearsNothingElse() {
            given(createList("home"))
                    .when(editList("home", edit -> edit.setClear(List.of("name"))))
                    .then(isRefused(RejectionCode.INVALID, "/name"))
                    .when(editList("home", edit -> edit.setColor("#000000").setClear(List.of("color"))))
                    .then(isRefused(RejectionCode.INVALID, "/color"));
        }

        @Test
        void needsAListThatIsThereAtTheVersionExpected() {
            given(createList("home"), createList("work"), deleteList("work"))
                    .when(editList("work", edit -> edit.setName("x")))
                    .then(isRefused(RejectionCode.NOT_FOUND))
                    .when(editList("home", edit -> edit.setName("x")).expecting(3))
                    .then(isRefused(RejectionCode.VERSION_MISMATCH));
        }
    }

    @Nested
    class Deleting {
        @Test
        void putsTheTasksIntoTheTrash() {
            Scenario deleted = given(
                            createList("home"),
                            createTaskIn("home", "a"),
                            createTaskIn("home", "b"),
                            delete("b"),
                            createTaskIn("home", "c"),
                            createTask("elsewhere"))
                    .when(deleteList("home"))
                    .then(emits(event("ListDeleted", "home"), taskDeleted("a"), taskDeleted("c")));

            assertThat(deleted.lists()).containsExactly(INBOX);
            assertThat(deleted.happening().outcome().getState()).isEmpty();
            assertThat(deleted.happening().followUps()).isEmpty();
        }

        @Test
        void againChangesNothing() {
            given(createList("home"), deleteList("home"))
                    .when(deleteList("home"))
                    .then(isUnchanged());
        }

        @Test
        void isNotForTheInbox() {
            given().when(deleteList(INBOX)).then(isRefused(RejectionCode.CONFLICT));
        }

        @Test
        void needsAListThatIsThereAtTheVersionExpected() {
            given(createList("home"))
                    .when(deleteList("work"))
                    .then(isRefused(RejectionCode.NOT_FOUND))
                    .when(deleteList("home").expecting(2))
                    .then(isRefused(RejectionCode.VERSION_MISMATCH));
        }
    }

    @Nested
    class DeletingALongList {
        private static final int TASKS = 1200;

        private static Scenario longList() {
            Scenario scenario = given(createList("home"));
            for (int from = 0; from < TASKS; from += 100) {
                scenario.when(atomically(IntStream.range(from, from + 100)
                        .mapToObj(i -> createTaskIn("home", "task " + i))
                        .toArray(Act[]::new)));
            }
            return scenario;
        }

        @Test
        void takesDecisionsOfFiveHundredEventsEach() {
            Scenario scenario = longList().when(deleteList("home"));
            assertThat(scenario.happening().events()).hasSize(500);

            scenario.whenItGoesOn();
            assertThat(scenario.happening().events()).hasSize(500);

            scenario.whenItGoesOn();
            assertThat(scenario.happening().events()).hasSize(TASKS - 499 - 500);
            assertThat(scenario.happening().followUps()).isEmpty();
            assertThat(scenario.tasksOf("home")).isEmpty();
        }

        @Test
        void putsAllTasksIntoTheTrashAtTheInstantOfTheDeletion() {
            Scenario scenario = longList().when(deleteList("home"));
            var deletedAt = scenario.list("home").getDeletedAt();

            scenario.whenItGoesOn().whenItGoesOn();

            assertThat(scenario.task("task 0").getDeletedAt()).isEqualTo(deletedAt);
            assertThat(scenario.task("task " + (TASKS - 1)).getDeletedAt()).isEqualTo(deletedAt);
        }

        @Test
        void hidesTheTasksThatAreStillOnTheirWay() {
            longList()
                    .when(deleteList("home"))
                    .when(complete("task " + (TASKS - 1)))
                    .then(isRefused(RejectionCode.NOT_FOUND))
                    .when(createTask("task " + (TASKS - 1)))
                    .then(isRefused(RejectionCode.ID_TAKEN));
        }

        @Test
        void letsTasksThatAreStillOnTheirWayBeRestored() {
            Scenario scenario = longList().when(deleteList("home"));
            var goOn = scenario.happening();

            scenario.when(restore("task " + (TASKS - 1))).then(answers(OutcomeStatus.ACCEPTED));
            scenario.when(trashListTasks("home").bySystem());
            scenario.when(trashListTasks("home").bySystem());

            assertThat(goOn.followUps()).hasSize(1);
            assertThat(scenario.tasksOf("home")).isEmpty();
            assertThat(scenario.tasksOf(INBOX)).containsExactly("task " + (TASKS - 1));
        }

        @Test
        void leavesRoomForTheOtherOperationsOfTheCommand() {
            Scenario scenario = longList().when(separately(deleteList("home"), createTask("milk"), createTask("tea")));

            scenario.then(answers(OutcomeStatus.ACCEPTED, OutcomeStatus.ACCEPTED, OutcomeStatus.ACCEPTED));
            assertThat(scenario.happening().events()).hasSize(500);
            assertThat(scenario.happening().followUps()).hasSize(1);
        }

        @Test
        void isGoneOnWithByAlmanacAlone() {
            given(createList("home"))
                    .when(trashListTasks("home"))
                    .then(isRefused(RejectionCode.FORBIDDEN))
                    .when(trashListTasks("home").bySystem())
                    .then(isRefused(RejectionCode.CONFLICT))
                    .when(trashListTasks("work").bySystem())
                    .then(isRefused(RejectionCode.NOT_FOUND));
        }
    }
}
