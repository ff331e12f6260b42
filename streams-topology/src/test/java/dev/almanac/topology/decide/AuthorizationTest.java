package dev.almanac.topology.decide;

import static dev.almanac.topology.testkit.Acts.addComment;
import static dev.almanac.topology.testkit.Acts.cancel;
import static dev.almanac.topology.testkit.Acts.complete;
import static dev.almanac.topology.testkit.Acts.createList;
import static dev.almanac.topology.testkit.Acts.createTask;
import static dev.almanac.topology.testkit.Acts.createWorkspace;
import static dev.almanac.topology.testkit.Acts.delete;
import static dev.almanac.topology.testkit.Acts.deleteList;
import static dev.almanac.topology.testkit.Acts.editList;
import static dev.almanac.topology.testkit.Acts.editTask;
import static dev.almanac.topology.testkit.Acts.moveTo;
import static dev.almanac.topology.testkit.Acts.removeMember;
import static dev.almanac.topology.testkit.Acts.renameWorkspace;
import static dev.almanac.topology.testkit.Acts.reopen;
import static dev.almanac.topology.testkit.Acts.restore;
import static dev.almanac.topology.testkit.Acts.setMember;
import static dev.almanac.topology.testkit.Expectations.answers;
import static dev.almanac.topology.testkit.Expectations.isRefused;
import static dev.almanac.topology.testkit.Scenario.given;
import static dev.almanac.topology.testkit.Scenario.nothing;

import dev.almanac.schemas.model.Role;
import dev.almanac.schemas.result.OutcomeStatus;
import dev.almanac.schemas.result.RejectionCode;
import dev.almanac.topology.testkit.Act;
import dev.almanac.topology.testkit.Acts;
import dev.almanac.topology.testkit.Scenario;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AuthorizationTest {
    static Stream<Act> whatEditorsDo() {
        return Stream.of(
                createList("new"),
                editList("home", edit -> edit.setName("house")),
                deleteList("home"),
                createTask("new"),
                editTask("milk", patch -> patch.setTitle("oats")),
                complete("milk"),
                cancel("milk"),
                reopen("done"),
                delete("milk"),
                restore("deleted"),
                moveTo("home", "milk"),
                addComment("milk", "hm"));
    }

    static Stream<Act> whatOwnersDo() {
        return Stream.of(renameWorkspace("Crew"), setMember("joe", Role.VIEWER), removeMember("vic"));
    }

    private static Scenario team() {
        return given(
                setMember("vic", Role.VIEWER),
                setMember("edi", Role.EDITOR),
                createList("home"),
                createTask("milk"),
                createTask("done"),
                complete("done"),
                createTask("deleted"),
                delete("deleted"));
    }

    @ParameterizedTest
    @MethodSource("whatEditorsDo")
    void viewersOnlyRead(Act act) {
        team().when(act.by("vic")).then(isRefused(RejectionCode.FORBIDDEN));
    }

    @ParameterizedTest
    @MethodSource("whatEditorsDo")
    void editorsChangeListsTasksAndComments(Act act) {
        team().when(act.by("edi")).then(answers(OutcomeStatus.ACCEPTED));
    }

    @ParameterizedTest
    @MethodSource("whatOwnersDo")
    void editorsLeaveWorkspaceAndMembersAlone(Act act) {
        team().when(act.by("edi")).then(isRefused(RejectionCode.FORBIDDEN));
    }

    static Stream<Act> everything() {
        return Stream.concat(whatEditorsDo(), whatOwnersDo());
    }

    @ParameterizedTest
    @MethodSource("everything")
    void ownersDoAll(Act act) {
        team().when(act).then(answers(OutcomeStatus.ACCEPTED));
    }

    @ParameterizedTest
    @MethodSource("everything")
    void almanacItselfDoesAll(Act act) {
        team().when(act.bySystem()).then(answers(OutcomeStatus.ACCEPTED));
    }

    @ParameterizedTest
    @MethodSource("everything")
    void strangersDoNotLearnThatTheWorkspaceIsThere(Act act) {
        team().when(act.by("eve")).then(isRefused(RejectionCode.WORKSPACE_NOT_FOUND));
        nothing().when(act.by("eve")).then(isRefused(RejectionCode.WORKSPACE_NOT_FOUND));
        nothing().when(act.bySystem()).then(isRefused(RejectionCode.WORKSPACE_NOT_FOUND));
    }

    @Test
    void whoHasLeftIsAStranger() {
        team().when(removeMember("edi"))
                .when(createTask("new").by("edi"))
                .then(isRefused(RejectionCode.WORKSPACE_NOT_FOUND));
    }

    @Test
    void whatIsNotUnderstoodIsRefused() {
        given().when(Acts.unknown()).then(isRefused(RejectionCode.INVALID, ""));
    }

    @Test
    void thoseWhoMakeAWorkspaceMayUseItInTheSameCommand() {
        nothing()
                .when(Act.atomically(createWorkspace("Team"), createTask("milk"), setMember("bob", Role.VIEWER)))
                .then(answers(OutcomeStatus.ACCEPTED, OutcomeStatus.ACCEPTED, OutcomeStatus.ACCEPTED));
    }
}
