package dev.almanac.topology.decide;

import static dev.almanac.schemas.result.OutcomeStatus.ACCEPTED;
import static dev.almanac.schemas.result.OutcomeStatus.NOT_ATTEMPTED;
import static dev.almanac.schemas.result.OutcomeStatus.REJECTED;
import static dev.almanac.schemas.result.OutcomeStatus.UNCHANGED;
import static dev.almanac.topology.testkit.Act.atomically;
import static dev.almanac.topology.testkit.Act.separately;
import static dev.almanac.topology.testkit.Acts.INBOX;
import static dev.almanac.topology.testkit.Acts.after;
import static dev.almanac.topology.testkit.Acts.before;
import static dev.almanac.topology.testkit.Acts.complete;
import static dev.almanac.topology.testkit.Acts.createList;
import static dev.almanac.topology.testkit.Acts.createSubtask;
import static dev.almanac.topology.testkit.Acts.createTask;
import static dev.almanac.topology.testkit.Acts.createTaskAt;
import static dev.almanac.topology.testkit.Acts.createTaskIn;
import static dev.almanac.topology.testkit.Acts.delete;
import static dev.almanac.topology.testkit.Acts.deleteList;
import static dev.almanac.topology.testkit.Acts.editTask;
import static dev.almanac.topology.testkit.Acts.move;
import static dev.almanac.topology.testkit.Acts.moveTo;
import static dev.almanac.topology.testkit.Acts.reopen;
import static dev.almanac.topology.testkit.Expectations.answers;
import static dev.almanac.topology.testkit.Expectations.emits;
import static dev.almanac.topology.testkit.Expectations.emitsNothing;
import static dev.almanac.topology.testkit.Expectations.isRefused;
import static dev.almanac.topology.testkit.Expectations.taskCompleted;
import static dev.almanac.topology.testkit.Expectations.taskCreated;
import static dev.almanac.topology.testkit.Scenario.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.schemas.result.Outcome;
import dev.almanac.schemas.result.RejectionCode;
import dev.almanac.topology.testkit.Act;
import dev.almanac.topology.testkit.Scenario;
import java.util.Collections;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class BatchTest {
    @Nested
    class Atomically {
        @Test
        void laterOperationsMeetWhatEarlierOnesDid() {
            given().when(atomically(
                            createList("home"),
                            createTaskIn("home", "move"),
                            createSubtask("move", "pack"),
                            complete("move")))
                    .then(
                            answers(ACCEPTED, ACCEPTED, ACCEPTED, ACCEPTED),
                            emits(
                                    "ListCreated home",
                                    taskCreated("move"),
                                    taskCreated("pack"),
                                    taskCompleted("move"),
                                    taskCompleted("pack")));
        }

        @Test
        void answersTellTheStateAfterEachOperation() {
            Scenario scenario = given().when(atomically(createTask("milk"), complete("milk"), reopen("milk")));

            assertThat(scenario.happening().result().getOutcomes())
                    .extracting(Outcome::getState)
                    .extracting(
                            state -> state.orElseThrow().getTask().orElseThrow().getVersion())
                    .containsExactly(1L, 2L, 3L);
        }

        @Test
        void oneRefusalUndoesAll() {
            Scenario scenario = given(createTask("milk"));
            long seq = scenario.task("milk").getSeq();

            scenario.when(atomically(createTask("tea"), complete("milk"), complete("cake"), createTask("jam")))
                    .then(
                            answers(NOT_ATTEMPTED, NOT_ATTEMPTED, REJECTED, NOT_ATTEMPTED),
                            isRefused(RejectionCode.NOT_FOUND));

            assertThat(scenario.tasksOf(INBOX)).containsExactly("milk");
            assertThat(scenario.task("milk").getVersion()).isEqualTo(1);
            assertThat(scenario.happening().result().getSeq()).isEqualTo(seq);
        }

        @Test
        void aStaleVersionIsToldByWhatIsReallyThere() {
            Scenario scenario = given(createTask("milk"))
                    .when(atomically(
                            editTask("milk", patch -> patch.setTitle("oats")),
                            editTask("milk", patch -> patch.setTitle("soy")).expecting(1)));

            assertThat(scenario.happening()
                            .result()
                            .getOutcomes()
                            .get(1)
                            .getRejection()
                            .orElseThrow()
                            .getCurrent()
                            .orElseThrow()
                            .getTask()
                            .orElseThrow()
                            .getTitle())
                    .isEqualTo("milk");
        }
    }

    @Nested
    class Separately {
        @Test
        void eachStandsForItself() {
            given(createTask("milk"), complete("milk"))
                    .when(separately(createTask("tea"), complete("cake"), complete("milk"), complete("tea")))
                    .then(
                            answers(ACCEPTED, REJECTED, UNCHANGED, ACCEPTED),
                            emits(taskCreated("tea"), taskCompleted("tea")));
        }

        @Test
        void allCanBeRefused() {
            given().when(separately(complete("milk"), complete("tea")))
                    .then(answers(REJECTED, REJECTED), emitsNothing());
        }
    }

    @Nested
    class Ordering {
        @Test
        void isKeptAmongThingsOfOneCommand() {
            assertThat(given(createTask("a"), createTask("b"))
                            .when(atomically(
                                    createTask("c"),
                                    createTaskAt(after("a"), "a2"),
                                    createTaskAt(after("a2"), "a3"),
                                    delete("b"),
                                    createTaskAt(before("c"), "b2"),
                                    move("a", after("c")),
                                    createTask("d")))
                            .tasksOf(INBOX))
                    .containsExactly("a2", "a3", "b2", "c", "a", "d");
        }
    }

    @Nested
    class Bounds {
        @Test
        void areAHundredOperations() {
            given().when(separately(Collections.nCopies(101, complete("milk")).toArray(Act[]::new)))
                    .then(happening -> assertThat(happening.result().getOutcomes())
                            .hasSize(101)
                            .allSatisfy(outcome -> assertThat(
                                            outcome.getRejection().orElseThrow().getCode())
                                    .isEqualTo(RejectionCode.LIMIT_EXCEEDED)));
        }

        @Test
        void areFiveHundredEvents() {
            Scenario scenario = given(createTask("a"), createTask("b"), createTask("c"));
            for (String parent : new String[] {"a", "b", "c"}) {
                scenario.when(atomically(IntStream.range(0, 100)
                                .mapToObj(i -> createSubtask(parent, parent + i))
                                .toArray(Act[]::new)))
                        .when(atomically(IntStream.range(100, 200)
                                .mapToObj(i -> createSubtask(parent, parent + i))
                                .toArray(Act[]::new)));
            }
            scenario.and(createList("home"))
                    .when(atomically(moveTo("home", "a"), moveTo("home", "b"), moveTo("home", "c")))
                    .then(answers(NOT_ATTEMPTED, NOT_ATTEMPTED, REJECTED), isRefused(RejectionCode.LIMIT_EXCEEDED))
                    .when(separately(moveTo("home", "a"), moveTo("home", "b"), moveTo("home", "c"), createTask("milk")))
                    .then(answers(ACCEPTED, ACCEPTED, REJECTED, ACCEPTED));
            assertThat(scenario.happening().events()).hasSize(403);
            scenario.when(atomically(delete("a"), delete("b"), delete("c")))
                    .then(answers(ACCEPTED, ACCEPTED, ACCEPTED));
            assertThat(scenario.happening().events()).hasSizeLessThanOrEqualTo(500);
        }

        @Test
        void doNotCountTheTasksOfADeletedList() {
            given(createList("home"), createTaskIn("home", "milk"))
                    .when(atomically(deleteList("home"), createTask("tea")))
                    .then(emits("ListDeleted home", taskCreated("tea"), "TaskDeleted milk"));
        }
    }
}
