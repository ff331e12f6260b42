package dev.almanac.topology.decide.task;

import static dev.almanac.topology.testkit.Acts.INBOX;
import static dev.almanac.topology.testkit.Acts.after;
import static dev.almanac.topology.testkit.Acts.before;
import static dev.almanac.topology.testkit.Acts.createList;
import static dev.almanac.topology.testkit.Acts.createSubtask;
import static dev.almanac.topology.testkit.Acts.createTask;
import static dev.almanac.topology.testkit.Acts.createTaskIn;
import static dev.almanac.topology.testkit.Acts.deleteList;
import static dev.almanac.topology.testkit.Acts.move;
import static dev.almanac.topology.testkit.Acts.moveTo;
import static dev.almanac.topology.testkit.Expectations.emits;
import static dev.almanac.topology.testkit.Expectations.isRefused;
import static dev.almanac.topology.testkit.Expectations.isUnchanged;
import static dev.almanac.topology.testkit.Expectations.taskMoved;
import static dev.almanac.topology.testkit.Scenario.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.schemas.command.Placement;
import dev.almanac.schemas.result.RejectionCode;
import dev.almanac.topology.testkit.Labels;
import dev.almanac.topology.testkit.Scenario;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TaskMoveTest {
    @Nested
    class WithinItsList {
        @Test
        void goesWhereItIsTold() {
            Scenario scenario = given(createTask("a"), createTask("b"), createTask("c"));

            assertThat(scenario.when(move("c", after("a")))
                            .then(emits(taskMoved("c")))
                            .tasksOf(INBOX))
                    .containsExactly("a", "c", "b");
            assertThat(scenario.when(move("b", before("a"))).tasksOf(INBOX)).containsExactly("b", "a", "c");
            assertThat(scenario.when(move("b", new Placement(null, null))).tasksOf(INBOX))
                    .containsExactly("a", "c", "b");
        }

        @Test
        void toWhereItIsChangesNothing() {
            given(createTask("a"), createTask("b"), createTask("c"))
                    .when(move("b", after("a")))
                    .then(isUnchanged())
                    .when(move("b", before("c")))
                    .then(isUnchanged())
                    .when(moveTo(INBOX, "c"))
                    .then(isUnchanged());
        }

        @Test
        void doesNotGoBesideItself() {
            given(createTask("a"))
                    .when(move("a", after("a")))
                    .then(isRefused(RejectionCode.INVALID, "/position/after"));
        }

        @Test
        void doesNotGoToTwoPlaces() {
            given(createTask("a"), createTask("b"), createTask("c"))
                    .when(move("a", new Placement(Labels.id("b"), Labels.id("c"))))
                    .then(isRefused(RejectionCode.INVALID, "/position"));
        }

        @Test
        void staysASubtask() {
            Scenario moved = given(createTask("move"), createSubtask("move", "pack"), createTask("tea"))
                    .when(move("pack", after("tea")));

            assertThat(moved.task("pack").getParentId()).contains(Labels.id("move"));
        }

        @Test
        void findsRoomAtTheSameSpotForTwoThousand() {
            Scenario scenario = given(createTask("first"), createTask("last"));
            for (int i = 0; i < 1000; i++) {
                scenario.when(move("last", before("first"))).then(emits(taskMoved("last")));
                scenario.when(move("first", before("last"))).then(emits(taskMoved("first")));
            }
            assertThat(scenario.task("first").getPosition()).hasSizeLessThan(10);
        }
    }

    @Nested
    class ToAnotherList {
        @Test
        void takesItsSubtasksAlongInTheirOrder() {
            Scenario moved = given(
                            createList("home"),
                            createTaskIn("home", "x"),
                            createTaskIn("home", "y"),
                            createTask("move"),
                            createSubtask("move", "pack"),
                            createSubtask("pack", "boxes"),
                            createSubtask("move", "paint"))
                    .when(moveTo("home", "move", after("x")))
                    .then(emits(taskMoved("move"), taskMoved("pack"), taskMoved("boxes"), taskMoved("paint")));

            assertThat(moved.tasksOf("home")).containsExactly("x", "move", "pack", "boxes", "paint", "y");
            assertThat(moved.tasksOf(INBOX)).isEmpty();
        }

        @Test
        void leavesItsParent() {
            Scenario moved = given(createList("home"), createTask("move"), createSubtask("move", "pack"))
                    .when(moveTo("home", "pack"))
                    .then(emits(taskMoved("pack")));

            assertThat(moved.task("pack").getParentId()).isEmpty();
        }

        @Test
        void thatIsNotThereIsRefused() {
            given(createTask("milk"), createList("home"), deleteList("home"))
                    .when(moveTo("home", "milk"))
                    .then(isRefused(RejectionCode.INVALID, "/listId"));
        }

        @Test
        void doesNotGoBesideATaskOfAThird() {
            given(createTask("milk"), createTask("tea"), createList("home"))
                    .when(moveTo("home", "milk", before("tea")))
                    .then(isRefused(RejectionCode.INVALID, "/position/before"));
        }
    }
}
