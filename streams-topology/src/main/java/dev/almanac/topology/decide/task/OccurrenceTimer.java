package dev.almanac.topology.decide.task;

import dev.almanac.schemas.command.CreateOccurrence;
import dev.almanac.schemas.event.EventMetadata;
import dev.almanac.schemas.event.TaskEdited;
import dev.almanac.schemas.model.Task;
import dev.almanac.topology.decide.attempt.Attempt;
import dev.almanac.topology.decide.attempt.Living;
import dev.almanac.topology.decide.attempt.Ruling;
import dev.almanac.topology.state.EntityStates;
import java.util.List;
import java.util.Optional;

/** Makes the next occurrence because its time has come, whatever became of the one before. */
public final class OccurrenceTimer {
    private OccurrenceTimer() {}

    public static Ruling create(Attempt attempt, CreateOccurrence asked) {
        Optional<Task> waiting = Living.task(attempt.state(), asked.getTaskId())
                .filter(task -> task.getNextOccurrenceAt().equals(Optional.of(asked.getDueAt())))
                .filter(task -> !attempt.now().isBefore(asked.getDueAt()));
        return waiting.map(task -> NextOccurrence.due(attempt, task)
                        .then(next -> next.map(it -> create(attempt, task, it)).orElseGet(OccurrenceTimer::nothing)))
                .orElseGet(OccurrenceTimer::nothing);
    }

    private static Ruling create(Attempt attempt, Task before, NextOccurrence next) {
        Portion portion = new Portion(attempt).keep(1 + next.cost());
        next.addTo(portion);
        EventMetadata metadata = attempt.stamp();
        Task after = TaskDraft.of(before)
                .recurrence(Recurrences.handedOn(before.getRecurrence().orElseThrow(), next.id()))
                .touchedByNobody()
                .at(metadata);
        portion.add(new TaskEdited(metadata, after, List.of("recurrence")));
        return portion.ruling(Optional.of(EntityStates.of(before)), Optional.of(EntityStates.of(after)));
    }

    private static Ruling nothing() {
        return new Ruling.Unchanged(Optional.empty());
    }
}
