package dev.almanac.topology.decide.task;

import dev.almanac.schemas.command.ReopenTask;
import dev.almanac.schemas.event.TaskReopened;
import dev.almanac.schemas.model.Task;
import dev.almanac.schemas.model.TaskStatus;
import dev.almanac.topology.decide.attempt.Attempt;
import dev.almanac.topology.decide.attempt.Ruling;
import dev.almanac.topology.state.EntityStates;
import java.util.Optional;
import java.util.UUID;

/** Opens a completed or cancelled task again, and those above it, but not its subtasks. */
public final class TaskReopening {
    private TaskReopening() {}

    public static Ruling decide(Attempt attempt, ReopenTask asked) {
        return takeBack(attempt, asked.getId(), false);
    }

    /** @param asMade true where, with its closing taken back, nobody has ever touched it */
    static Ruling takeBack(Attempt attempt, UUID id, boolean asMade) {
        return ExistingTask.find(attempt, id, task -> reopen(attempt, task, asMade));
    }

    private static Ruling reopen(Attempt attempt, Task task, boolean asMade) {
        if (task.getStatus() == TaskStatus.OPEN) {
            return new Ruling.Unchanged(Optional.of(EntityStates.of(task)));
        }
        Portion portion = new Portion(attempt).keep(Portion.costOfBringing(task));
        Optional<Task> takenBack = TakenBack.from(attempt.state(), task);
        TaskReopened reopened = Reopened.event(attempt, task, takenBack.isPresent(), asMade);
        portion.add(reopened);
        takenBack.ifPresent(next -> Trashed.withSubtasks(attempt, next, attempt.now(), portion));
        task.getParentId()
                .flatMap(attempt.state()::task)
                .ifPresent(parent -> Reopened.above(attempt, parent).forEach(portion::add));
        return portion.ruling(Optional.of(EntityStates.of(task)), Optional.of(EntityStates.of(reopened.getTask())));
    }
}
