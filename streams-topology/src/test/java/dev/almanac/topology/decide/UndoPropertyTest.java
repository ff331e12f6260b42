package dev.almanac.topology.decide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.schemas.audit.AuditEntry;
import dev.almanac.schemas.audit.AuditOutcome;
import dev.almanac.schemas.command.Command;
import dev.almanac.schemas.id.Ids;
import dev.almanac.schemas.model.EntityKind;
import dev.almanac.schemas.model.Task;
import dev.almanac.schemas.result.Outcome;
import dev.almanac.schemas.result.OutcomeStatus;
import dev.almanac.topology.testkit.Act;
import dev.almanac.topology.testkit.Acts;
import dev.almanac.topology.testkit.DecidedInMemory;
import dev.almanac.topology.testkit.Happening;
import dev.almanac.topology.testkit.Labels;
import dev.almanac.topology.testkit.RandomSteps;
import dev.almanac.topology.testkit.RandomSteps.Step;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever was done with a task in whatever order: taken back at once, the task is as it was; twice changes nothing. */
class UndoPropertyTest {
    private static final UUID WORKSPACE = Labels.id("team");
    private static final Instant START = Instant.parse("2026-11-02T09:00:00Z");

    private final DecidedInMemory almanac = new DecidedInMemory(WORKSPACE);
    private int commands;

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void takenBackAtOnceATaskIsAsItWas(@ForAll(supplier = RandomSteps.class) List<Step> steps) {
        UndoPropertyTest run = new UndoPropertyTest();
        run.put(RandomSteps.team());
        steps.forEach(step -> run.doAndTakeBack(step.act()));
    }

    private void doAndTakeBack(Act act) {
        boolean alone = act.operations().size() == 1;
        Happening done = put(act);
        if (alone) {
            done.audit().stream()
                    .filter(entry -> entry.getOutcome() == AuditOutcome.ACCEPTED && entry.getKind() == EntityKind.TASK)
                    .forEach(this::takeBack);
        }
    }

    private void takeBack(AuditEntry entry) {
        Outcome undone = put(Acts.undo(entry)).outcome();
        assertThat(undone.getStatus()).as("undo of %s", entry).isEqualTo(OutcomeStatus.ACCEPTED);
        Task now = almanac.state().task(entry.getEntityId().orElseThrow()).orElseThrow();
        Optional<Task> before = entry.getBefore().flatMap(state -> state.getTask());
        if (before.isEmpty() || before.get().getDeletedAt().isPresent()) {
            assertThat(now.getDeletedAt()).isPresent();
        } else {
            assertThat(whatPeopleSet(now)).isEqualTo(whatPeopleSet(before.get()));
        }
        assertThat(put(Acts.undo(entry)).outcome().getStatus()).isEqualTo(OutcomeStatus.UNCHANGED);
    }

    private static List<Object> whatPeopleSet(Task task) {
        return List.of(
                task.getTitle(),
                task.getStatus(),
                task.getListId(),
                task.getParentId(),
                task.getPosition(),
                task.getDeletedAt().isPresent());
    }

    private Happening put(Act act) {
        Instant now = START.plusSeconds(commands);
        Command command = act.toCommand(Ids.v5(WORKSPACE, "command " + commands++), WORKSPACE, now);
        return almanac.put(command, now);
    }
}
