package dev.almanac.topology.decide;

import static dev.almanac.topology.testkit.Act.atomically;
import static dev.almanac.topology.testkit.Act.separately;
import static dev.almanac.topology.testkit.Acts.addComment;
import static dev.almanac.topology.testkit.Acts.complete;
import static dev.almanac.topology.testkit.Acts.createList;
import static dev.almanac.topology.testkit.Acts.createSubtask;
import static dev.almanac.topology.testkit.Acts.createTask;
import static dev.almanac.topology.testkit.Acts.createTaskIn;
import static dev.almanac.topology.testkit.Acts.delete;
import static dev.almanac.topology.testkit.Acts.deleteList;
import static dev.almanac.topology.testkit.Acts.editTask;
import static dev.almanac.topology.testkit.Scenario.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.schemas.audit.AuditEntry;
import dev.almanac.schemas.audit.AuditOutcome;
import dev.almanac.schemas.model.EntityKind;
import dev.almanac.schemas.model.Task;
import dev.almanac.schemas.result.RejectionCode;
import dev.almanac.topology.state.Fact;
import dev.almanac.topology.testkit.Labels;
import dev.almanac.topology.testkit.Scenario;
import org.junit.jupiter.api.Test;

class AuditTest {
    @Test
    void aChangeIsKeptWithBeforeAndAfter() {
        Scenario scenario = given(createTask("milk"));
        Task before = scenario.task("milk");

        scenario.when(editTask("milk", patch -> patch.setTitle("oats")));

        AuditEntry entry = onlyEntry(scenario);
        assertThat(entry.getAction()).isEqualTo("edit_task");
        assertThat(entry.getOutcome()).isEqualTo(AuditOutcome.ACCEPTED);
        assertThat(entry.getActor().getUserId()).isEqualTo(Labels.id("ann"));
        assertThat(entry.getOrigin().getAddress()).contains("192.0.2.1");
        assertThat(entry.getAt()).isEqualTo(scenario.instant());
        assertThat(entry.getKind()).isEqualTo(EntityKind.TASK);
        assertThat(entry.getEntityId()).contains(Labels.id("milk"));
        assertThat(entry.getTaskId()).contains(Labels.id("milk"));
        assertThat(entry.getSeq()).contains(scenario.task("milk").getSeq());
        assertThat(entry.getEventId())
                .contains(Fact.of(scenario.happening().events().getFirst())
                        .metadata()
                        .getEventId());
        assertThat(entry.getBefore().orElseThrow().getTask()).contains(before);
        assertThat(entry.getAfter().orElseThrow().getTask()).contains(scenario.task("milk"));
    }

    @Test
    void whatIsNewHasNoBeforeAndWhatIsGoneNoAfter() {
        Scenario scenario = given(createList("home"), createTaskIn("home", "milk"));

        assertThat(onlyEntry(scenario.when(createTask("tea"))).getBefore()).isEmpty();
        assertThat(onlyEntry(scenario.when(deleteList("home"))).getAfter()).isEmpty();
    }

    @Test
    void aRefusalIsKeptWithItsReason() {
        Scenario scenario = given().when(addComment("milk", "c"));

        AuditEntry entry = onlyEntry(scenario);
        assertThat(entry.getAction()).isEqualTo("add_comment");
        assertThat(entry.getOutcome()).isEqualTo(AuditOutcome.REJECTED);
        assertThat(entry.getReason()).contains(RejectionCode.NOT_FOUND);
        assertThat(entry.getDetail()).isPresent();
        assertThat(entry.getEntityId()).contains(Labels.id("c"));
        assertThat(entry.getTaskId()).contains(Labels.id("milk"));
        assertThat(entry.getEventId()).isEmpty();
        assertThat(entry.getSeq()).isEmpty();
    }

    @Test
    void anActionIsOneEntryHoweverManyEventsItMakes() {
        Scenario scenario =
                given(createTask("move"), createSubtask("move", "pack")).when(delete("move"));

        assertThat(scenario.happening().events()).hasSize(2);
        assertThat(onlyEntry(scenario).getEntityId()).contains(Labels.id("move"));
    }

    @Test
    void whatChangesNothingIsNotKept() {
        assertThat(given(createTask("milk"), complete("milk"))
                        .when(complete("milk"))
                        .happening()
                        .audit())
                .isEmpty();
    }

    @Test
    void eachOperationHasItsOwnEntry() {
        Scenario scenario =
                given().when(separately(createTask("milk"), complete("cake"), complete("milk"), complete("milk")));

        assertThat(scenario.happening().audit())
                .extracting(AuditEntry::getOperation)
                .containsExactly(0, 1, 2);
    }

    @Test
    void ofAnAtomicCommandOnlyTheRefusalIsKept() {
        Scenario scenario = given().when(atomically(createTask("milk"), complete("cake")));

        assertThat(onlyEntry(scenario).getOperation()).isEqualTo(1);
    }

    private static AuditEntry onlyEntry(Scenario scenario) {
        assertThat(scenario.happening().audit()).hasSize(1);
        return scenario.happening().audit().getFirst();
    }
}
