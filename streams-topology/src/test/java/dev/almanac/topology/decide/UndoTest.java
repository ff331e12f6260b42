package dev.almanac.topology.decide;

import static dev.almanac.topology.testkit.Acts.INBOX;
import static dev.almanac.topology.testkit.Acts.addComment;
import static dev.almanac.topology.testkit.Acts.after;
import static dev.almanac.topology.testkit.Acts.cancel;
import static dev.almanac.topology.testkit.Acts.complete;
import static dev.almanac.topology.testkit.Acts.createList;
import static dev.almanac.topology.testkit.Acts.createSubtask;
import static dev.almanac.topology.testkit.Acts.createTask;
import static dev.almanac.topology.testkit.Acts.createTaskIn;
import static dev.almanac.topology.testkit.Acts.delete;
import static dev.almanac.topology.testkit.Acts.deleteComment;
import static dev.almanac.topology.testkit.Acts.deleteList;
import static dev.almanac.topology.testkit.Acts.editComment;
import static dev.almanac.topology.testkit.Acts.editList;
import static dev.almanac.topology.testkit.Acts.editTask;
import static dev.almanac.topology.testkit.Acts.move;
import static dev.almanac.topology.testkit.Acts.moveTo;
import static dev.almanac.topology.testkit.Acts.removeMember;
import static dev.almanac.topology.testkit.Acts.renameWorkspace;
import static dev.almanac.topology.testkit.Acts.reopen;
import static dev.almanac.topology.testkit.Acts.restore;
import static dev.almanac.topology.testkit.Acts.setMember;
import static dev.almanac.topology.testkit.Acts.undo;
import static dev.almanac.topology.testkit.Expectations.answers;
import static dev.almanac.topology.testkit.Expectations.emits;
import static dev.almanac.topology.testkit.Expectations.emitsNothing;
import static dev.almanac.topology.testkit.Expectations.isRefused;
import static dev.almanac.topology.testkit.Expectations.isRefusedFor;
import static dev.almanac.topology.testkit.Expectations.isUnchanged;
import static dev.almanac.topology.testkit.Expectations.taskCompleted;
import static dev.almanac.topology.testkit.Expectations.taskDeleted;
import static dev.almanac.topology.testkit.Expectations.taskEdited;
import static dev.almanac.topology.testkit.Expectations.taskMoved;
import static dev.almanac.topology.testkit.Expectations.taskReopened;
import static dev.almanac.topology.testkit.Expectations.taskRestored;
import static dev.almanac.topology.testkit.Scenario.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.schemas.audit.AuditEntry;
import dev.almanac.schemas.model.Priority;
import dev.almanac.schemas.model.Role;
import dev.almanac.schemas.model.TaskStatus;
import dev.almanac.schemas.result.OutcomeStatus;
import dev.almanac.schemas.result.RejectionCode;
import dev.almanac.topology.testkit.Act;
import dev.almanac.topology.testkit.Labels;
import dev.almanac.topology.testkit.Scenario;
import java.util.List;
import org.junit.jupiter.api.Test;

class UndoTest {
    @Test
    void anEditIsTakenBackAndWhatWasChangedElsewhereStays() {
        Scenario scenario = given(createTask("milk", fields -> fields.setPriority(Priority.HIGH)));
        AuditEntry edit = entryOf(
                scenario,
                editTask("milk", patch -> patch.setTitle("oats").setNotes("soy").setClear(List.of("priority"))));

        scenario.when(editTask("milk", patch -> patch.setTags(List.of("shop")))).when(undo(edit));

        scenario.then(emits(taskEdited("milk", "title", "notes", "priority")));
        assertThat(scenario.task("milk").getTitle()).isEqualTo("milk");
        assertThat(scenario.task("milk").getNotes()).isEmpty();
        assertThat(scenario.task("milk").getPriority()).isEqualTo(Priority.HIGH);
        assertThat(scenario.task("milk").getTags()).containsExactly("shop");
    }

    @Test
    void whatWasChangedSinceStandsInTheWay() {
        Scenario scenario = given(createTask("milk"));
        AuditEntry edit = entryOf(
                scenario, editTask("milk", patch -> patch.setTitle("oats").setNotes("soy")));

        scenario.when(editTask("milk", patch -> patch.setTitle("rice")))
                .when(undo(edit))
                .then(isRefusedFor("title"));

        scenario.when(delete("milk")).when(undo(edit)).then(isRefusedFor("deletedAt"));
    }

    @Test
    void whatIsAsBeforeAlreadyStaysSo() {
        Scenario scenario = given(createTask("milk"));
        AuditEntry edit = entryOf(scenario, editTask("milk", patch -> patch.setTitle("oats")));

        scenario.when(undo(edit)).when(undo(edit)).then(isUnchanged());
    }

    @Test
    void theAuditLogTellsWhatWasTakenBackAndSoThatCanBeTakenBackToo() {
        Scenario scenario = given(createTask("milk"));
        AuditEntry edit = entryOf(scenario, editTask("milk", patch -> patch.setTitle("oats")));

        AuditEntry undone = entryOf(scenario, undo(edit));
        assertThat(undone.getAction()).isEqualTo("undo");
        assertThat(undone.getUndoes()).isEqualTo(edit.getEventId());
        assertThat(undone.getTaskId()).contains(Labels.id("milk"));

        scenario.when(undo(undone)).then(emits(taskEdited("milk", "title")));
        assertThat(scenario.task("milk").getTitle()).isEqualTo("oats");
    }

    @Test
    void aCompletionIsTakenBackWithTheSubtasksThatWereClosedAlong() {
        Scenario scenario = given(
                createTask("move"),
                createSubtask("move", "pack"),
                createSubtask("move", "call"),
                createSubtask("move", "ask"),
                complete("ask"));
        AuditEntry done = entryOf(scenario, complete("move"));
        assertThat(done.getOthers()).containsExactlyInAnyOrder(Labels.id("pack"), Labels.id("call"));

        scenario.when(editTask("call", patch -> patch.setTitle("called"))).when(undo(done));

        scenario.then(emits(taskReopened("move"), taskReopened("pack")));
        assertThat(scenario.task("call").getStatus()).isEqualTo(TaskStatus.COMPLETED);
        assertThat(scenario.task("ask").getStatus()).isEqualTo(TaskStatus.COMPLETED);
    }

    @Test
    void aCompletionThatWasTurnedIntoSomethingElseIsNotTakenBack() {
        Scenario scenario = given(createTask("milk"));
        AuditEntry done = entryOf(scenario, complete("milk"));

        scenario.when(cancel("milk")).when(undo(done)).then(isRefusedFor("status"));
        scenario.when(reopen("milk")).when(undo(done)).then(isUnchanged());
    }

    @Test
    void aReopeningIsTakenBackUnlessThereIsWorkBelow() {
        Scenario scenario = given(createTask("milk"), complete("milk"));
        AuditEntry reopened = entryOf(scenario, reopen("milk"));

        scenario.when(undo(reopened)).then(emits(taskCompleted("milk")));

        AuditEntry again = entryOf(scenario, reopen("milk"));
        scenario.when(createSubtask("milk", "soy")).when(undo(again)).then(isRefusedFor("subtasks"));
    }

    @Test
    void aDeletionIsTakenBackToWhereItWas() {
        Scenario scenario = given(createTask("a"), createTask("move"), createSubtask("move", "pack"), createTask("z"));
        AuditEntry deleted = entryOf(scenario, delete("move"));

        scenario.when(undo(deleted)).then(emits(taskRestored("move"), taskRestored("pack")));
        assertThat(scenario.tasksOf(INBOX)).containsExactly("a", "move", "pack", "z");

        scenario.when(undo(deleted)).then(isUnchanged());
    }

    @Test
    void aDeletionIsNotTakenBackToWhereNothingIsAnyMore() {
        Scenario scenario = given(createList("home"), createTaskIn("home", "milk"));
        AuditEntry deleted = entryOf(scenario, delete("milk"));

        scenario.when(deleteList("home")).when(undo(deleted)).then(isRefusedFor("listId"));
    }

    @Test
    void aDeletionThatWasNotTheLastIsNotTakenBack() {
        Scenario scenario = given(createTask("milk"));
        AuditEntry first = entryOf(scenario, delete("milk"));

        scenario.when(restore("milk")).when(delete("milk")).when(undo(first)).then(isRefusedFor("deletedAt"));
    }

    @Test
    void aRestorationIsTakenBack() {
        Scenario scenario = given(createTask("milk"), delete("milk"));
        AuditEntry restored = entryOf(scenario, restore("milk"));

        scenario.when(undo(restored)).then(emits(taskDeleted("milk")));
    }

    @Test
    void whatWasMadeGoesToTheTrashWhileNobodyHasMadeMoreOfIt() {
        Scenario scenario = given();
        AuditEntry made = entryOf(scenario, createTask("milk"));
        AuditEntry parent = entryOf(scenario, createTask("move"));

        scenario.when(undo(made)).then(emits(taskDeleted("milk")));
        scenario.when(undo(made)).then(isUnchanged());
        scenario.when(createSubtask("move", "pack")).when(undo(parent)).then(isRefusedFor("subtasks"));
        scenario.when(delete("pack"))
                .when(editTask("move", patch -> patch.setNotes("van")))
                .when(undo(parent))
                .then(isRefusedFor("notes"));
    }

    @Test
    void aMoveIsTakenBackToTheSamePlace() {
        Scenario scenario = given(createList("home"), createTask("a"), createTask("b"), createTask("c"));
        AuditEntry within = entryOf(scenario, move("a", after("b")));
        scenario.when(undo(within)).then(emits(taskMoved("a")));
        assertThat(scenario.tasksOf(INBOX)).containsExactly("a", "b", "c");

        AuditEntry away = entryOf(scenario, moveTo("home", "b"));
        scenario.when(undo(away)).then(emits(taskMoved("b")));
        assertThat(scenario.tasksOf(INBOX)).containsExactly("a", "b", "c");
        assertThat(scenario.tasksOf("home")).isEmpty();
    }

    @Test
    void aMoveTakesSubtasksBackAlong() {
        Scenario scenario = given(createList("home"), createTask("move"), createSubtask("move", "pack"));
        AuditEntry away = entryOf(scenario, moveTo("home", "move"));

        scenario.when(undo(away)).then(emits(taskMoved("move"), taskMoved("pack")));
        assertThat(scenario.tasksOf(INBOX)).containsExactly("move", "pack");
    }

    @Test
    void aMoveThatWasFollowedByAnotherIsNotTakenBack() {
        Scenario scenario = given(createList("home"), createList("work"), createTask("milk"));
        AuditEntry away = entryOf(scenario, moveTo("home", "milk"));

        scenario.when(moveTo("work", "milk")).when(undo(away)).then(isRefusedFor("listId"));
        scenario.when(moveTo("home", "milk")).when(deleteList("work"));
        scenario.when(undo(away));
        assertThat(scenario.tasksOf(INBOX)).containsExactly("milk");
    }

    @Test
    void thatATaskBecameASubtaskIsTakenBack() {
        Scenario scenario = given(
                createList("home"), createTaskIn("home", "move"), createTask("a"), createTask("pack"), createTask("z"));
        AuditEntry below = entryOf(scenario, editTask("pack", patch -> patch.setParentId(Labels.id("move"))));
        assertThat(scenario.tasksOf("home")).containsExactly("move", "pack");

        scenario.when(undo(below));

        assertThat(scenario.task("pack").getParentId()).isEmpty();
        assertThat(scenario.tasksOf(INBOX)).containsExactly("a", "pack", "z");
    }

    @Test
    void aBatchIsTakenBackAsAWhole() {
        Scenario scenario = given(createTask("milk"), createTask("old"));
        scenario.when(Act.atomically(
                createTask("move"),
                createSubtask("move", "pack"),
                editTask("milk", patch -> patch.setTitle("oats")),
                complete("milk"),
                delete("old")));
        List<Act> back = scenario.happening().audit().reversed().stream()
                .map(entry -> undo(entry))
                .toList();

        scenario.when(Act.atomically(back.toArray(Act[]::new)));

        scenario.then(emits(
                taskRestored("old"),
                taskReopened("milk"),
                taskEdited("milk", "title"),
                taskDeleted("pack"),
                taskDeleted("move")));
        assertThat(scenario.tasksOf(INBOX)).containsExactly("milk", "old");
    }

    @Test
    void ofABatchThatIsTakenBackNothingIsWhereOneThingCantBe() {
        Scenario scenario = given(createTask("milk"), createTask("oats"));
        scenario.when(Act.atomically(
                editTask("milk", patch -> patch.setTitle("m")), editTask("oats", patch -> patch.setTitle("o"))));
        List<Act> back = scenario.happening().audit().reversed().stream()
                .map(entry -> undo(entry))
                .toList();

        scenario.when(editTask("milk", patch -> patch.setTitle("x"))).when(Act.atomically(back.toArray(Act[]::new)));

        scenario.then(answers(OutcomeStatus.NOT_ATTEMPTED, OutcomeStatus.REJECTED), emitsNothing());
        assertThat(scenario.task("oats").getTitle()).isEqualTo("o");
    }

    @Test
    void itTakesWhatAnEditTakes() {
        Scenario scenario = given(setMember("vic", Role.VIEWER), setMember("bob", Role.EDITOR), createTask("milk"));
        AuditEntry edit = entryOf(scenario, editTask("milk", patch -> patch.setTitle("oats")));

        scenario.when(undo(edit).by("vic")).then(isRefused(RejectionCode.FORBIDDEN));
        scenario.when(undo(edit).by("eve")).then(isRefused(RejectionCode.WORKSPACE_NOT_FOUND));
        scenario.when(undo(edit).expecting(1)).then(isRefused(RejectionCode.VERSION_MISMATCH));
        scenario.when(undo(edit).by("bob")).then(emits(taskEdited("milk", "title")));
    }

    @Test
    void whatIsTakenBackHasToBeAllowedNow() {
        Scenario scenario = given(
                setMember("bob", Role.EDITOR), createTask("milk", fields -> fields.setAssignee(Labels.id("bob"))));
        AuditEntry edit = entryOf(scenario, editTask("milk", patch -> patch.setClear(List.of("assignee"))));

        scenario.when(removeMember("bob")).when(undo(edit)).then(isRefused(RejectionCode.INVALID, "/assignee"));
    }

    @Test
    void whatWasSaidCanBeTakenBackByItsAuthorOrAnOwner() {
        Scenario scenario = given(
                setMember("bob", Role.EDITOR),
                setMember("cyd", Role.EDITOR),
                createTask("milk"),
                addComment("milk", "c", "soy?").by("bob"));
        AuditEntry edited = entryOf(scenario, editComment("milk", "c", "oats?").by("bob"));
        scenario.when(undo(edited).by("cyd")).then(isRefused(RejectionCode.FORBIDDEN));
        scenario.when(undo(edited).by("bob")).then(emits("CommentEdited c"));

        AuditEntry deleted = entryOf(scenario, deleteComment("milk", "c"));
        scenario.when(undo(deleted).by("cyd")).then(isRefused(RejectionCode.FORBIDDEN));
        scenario.when(undo(deleted).by("bob")).then(emits("CommentAdded c"));
        assertThat(scenario.comment("c").getText()).isEqualTo("soy?");
        assertThat(scenario.comment("c").getAuthor()).isEqualTo(Labels.id("bob"));
    }

    @Test
    void aListsNameColourAndPlaceAreTakenBack() {
        Scenario scenario = given(createList("home"), createList("work"));
        AuditEntry edit = entryOf(
                scenario,
                editList(
                        "work",
                        fields -> fields.setName("job").setColor("#ff0000").setPlacement(after(INBOX))));
        assertThat(scenario.lists()).containsExactly(INBOX, "work", "home");

        scenario.when(undo(edit));

        assertThat(scenario.list("work").getName()).isEqualTo("work");
        assertThat(scenario.list("work").getColor()).isEmpty();
        assertThat(scenario.lists()).containsExactly(INBOX, "home", "work");
    }

    @Test
    void thatAListWasMadeIsTakenBackWhileItIsEmpty() {
        Scenario scenario = given();
        AuditEntry made = entryOf(scenario, createList("home"));

        scenario.when(createTaskIn("home", "milk")).when(undo(made)).then(isRefusedFor("tasks"));
        scenario.when(delete("milk")).when(undo(made)).then(emits("ListDeleted home"));
    }

    @Test
    void thatAListWasDeletedIsRefusedPlainly() {
        Scenario scenario = given(createList("home"));
        AuditEntry deleted = entryOf(scenario, deleteList("home"));

        scenario.when(undo(deleted)).then(isRefused(RejectionCode.CONFLICT));
    }

    @Test
    void theWorkspacesNameIsTakenBackByAnOwner() {
        Scenario scenario = given(setMember("bob", Role.EDITOR));
        AuditEntry renamed = entryOf(scenario, renameWorkspace("Crew"));

        scenario.when(undo(renamed).by("bob")).then(isRefused(RejectionCode.FORBIDDEN));
        scenario.when(undo(renamed));
        assertThat(scenario.workspace().getName()).isEqualTo("team");
    }

    @Test
    void whoBelongsToAWorkspaceIsSaidAnew() {
        Scenario scenario = given();
        AuditEntry added = entryOf(scenario, setMember("bob", Role.EDITOR));

        scenario.when(undo(added)).then(isRefused(RejectionCode.CONFLICT));
    }

    private static AuditEntry entryOf(Scenario scenario, Act act) {
        scenario.when(act);
        assertThat(scenario.happening().audit()).hasSize(1);
        return scenario.happening().audit().getFirst();
    }
}
