package dev.almanac.topology.decide;

import static dev.almanac.schemas.result.OutcomeStatus.ACCEPTED;
import static dev.almanac.schemas.result.OutcomeStatus.REJECTED;
import static dev.almanac.schemas.result.OutcomeStatus.UNCHANGED;
import static dev.almanac.topology.testkit.Act.separately;
import static dev.almanac.topology.testkit.Acts.complete;
import static dev.almanac.topology.testkit.Acts.createTask;
import static dev.almanac.topology.testkit.Acts.createWorkspace;
import static dev.almanac.topology.testkit.Acts.deleteComment;
import static dev.almanac.topology.testkit.Acts.editTask;
import static dev.almanac.topology.testkit.Acts.removeMember;
import static dev.almanac.topology.testkit.Acts.setMember;
import static dev.almanac.topology.testkit.Expectations.answers;
import static dev.almanac.topology.testkit.Expectations.emits;
import static dev.almanac.topology.testkit.Expectations.emitsNothing;
import static dev.almanac.topology.testkit.Expectations.isRefused;
import static dev.almanac.topology.testkit.Expectations.taskCreated;
import static dev.almanac.topology.testkit.Scenario.given;
import static dev.almanac.topology.testkit.Scenario.nothing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.schemas.model.Role;
import dev.almanac.schemas.result.CommandResult;
import dev.almanac.schemas.result.Rejection;
import dev.almanac.schemas.result.RejectionCode;
import dev.almanac.topology.testkit.Acts;
import dev.almanac.topology.testkit.Scenario;
import org.junit.jupiter.api.Test;

class IdempotencyTest {
    @Test
    void aRepetitionGetsTheSameAnswerAndChangesNothing() {
        Scenario scenario = given().when(createTask("milk").withKey("k", "f"));
        CommandResult first = scenario.happening().result();

        // As the API would send it: the same request, but made into a command with another id for the task.
        scenario.when(createTask("another id").withKey("k", "f")).then(emitsNothing());

        CommandResult second = scenario.happening().result();
        assertThat(second.getReplayed()).isTrue();
        assertThat(second.getOutcomes()).isEqualTo(first.getOutcomes());
        assertThat(second.getDecidedAt()).isEqualTo(first.getDecidedAt());
        assertThat(second.getSeq()).isEqualTo(first.getSeq());
        assertThat(second.getCommandId()).isNotEqualTo(first.getCommandId());
        assertThat(scenario.happening().audit()).isEmpty();
    }

    @Test
    void aRepetitionTellsTheStatesOfNow() {
        Scenario scenario = given(createTask("milk").withKey("k", "f"), complete("milk"))
                .when(createTask("milk").withKey("k", "f"))
                .then(answers(ACCEPTED));

        assertThat(scenario.happening().outcome().getState().orElseThrow().getTask())
                .contains(scenario.task("milk"));
        assertThat(scenario.happening().result().getSeq())
                .isEqualTo(scenario.task("milk").getSeq());
    }

    @Test
    void theSameKeyWithAnotherRequestIsRefused() {
        Scenario scenario = given(createTask("milk").withKey("k", "f"))
                .when(createTask("tea").withKey("k", "g"))
                .then(isRefused(RejectionCode.IDEMPOTENCY_MISMATCH));

        scenario.when(createTask("milk").withKey("k", "f")).then(answers(ACCEPTED), emitsNothing());
    }

    @Test
    void theSameKeyOfAnotherUserIsAnotherKey() {
        given(setMember("bob", Role.EDITOR), createTask("milk").withKey("k", "f"))
                .when(createTask("tea").by("bob").withKey("k", "f"))
                .then(emits(taskCreated("tea")));
    }

    @Test
    void aRefusalIsRepeatedToo() {
        Scenario scenario = given().when(complete("milk").withKey("k", "f"))
                .then(isRefused(RejectionCode.NOT_FOUND))
                .when(createTask("milk"))
                .when(complete("milk").withKey("k", "f"))
                .then(isRefused(RejectionCode.NOT_FOUND));

        assertThat(scenario.happening().result().getReplayed()).isTrue();
    }

    @Test
    void aRepeatedRefusalOfAStaleVersionTellsWhatIsThereNow() {
        Scenario scenario = given(createTask("milk"))
                .when(complete("milk").expecting(3).withKey("k", "f"))
                .when(editTask("milk", patch -> patch.setTitle("oats")))
                .when(complete("milk").expecting(3).withKey("k", "f"))
                .then(isRefused(RejectionCode.VERSION_MISMATCH));

        Rejection rejection = scenario.happening().outcome().getRejection().orElseThrow();
        assertThat(rejection.getCurrent().orElseThrow().getTask()).contains(scenario.task("milk"));
    }

    @Test
    void eachOutcomeIsRepeated() {
        Scenario scenario = given(
                        createTask("done"), complete("done"), createTask("noted"), Acts.addComment("noted", "c"))
                .when(separately(createTask("milk"), complete("cake"), complete("done"), deleteComment("noted", "c"))
                        .withKey("k", "f"));
        CommandResult first = scenario.happening().result();

        scenario.when(separately(createTask("milk"), complete("cake"), complete("done"), deleteComment("noted", "c"))
                        .withKey("k", "f"))
                .then(answers(ACCEPTED, REJECTED, UNCHANGED, ACCEPTED));
        assertThat(scenario.happening().result().getOutcomes()).isEqualTo(first.getOutcomes());
    }

    @Test
    void aStrangersRefusalIsNotKept() {
        given().when(createTask("milk").by("bob").withKey("k", "f"))
                .then(isRefused(RejectionCode.WORKSPACE_NOT_FOUND))
                .when(setMember("bob", Role.EDITOR))
                .when(createTask("milk").by("bob").withKey("k", "f"))
                .then(emits(taskCreated("milk")));
    }

    @Test
    void whoHasLeftGetsTheAnswerWithoutTheStates() {
        Scenario scenario = given(
                        setMember("bob", Role.EDITOR),
                        createTask("milk").by("bob").withKey("k", "f"),
                        removeMember("bob"))
                .when(createTask("milk").by("bob").withKey("k", "f"))
                .then(answers(ACCEPTED));

        assertThat(scenario.happening().outcome().getState()).isEmpty();
    }

    @Test
    void makingAWorkspaceIsRepeatedToo() {
        nothing()
                .when(createWorkspace("Team").withKey("k", "f"))
                .when(createWorkspace("Team").withKey("k", "f"))
                .then(answers(ACCEPTED), emitsNothing());
    }
}
