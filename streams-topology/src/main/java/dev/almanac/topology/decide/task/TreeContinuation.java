package dev.almanac.topology.decide.task;

import dev.almanac.schemas.command.ContinueTree;
import dev.almanac.schemas.model.EntityState;
import dev.almanac.schemas.model.Recurrence;
import dev.almanac.schemas.model.Task;
import dev.almanac.schemas.model.TaskStatus;
import dev.almanac.topology.decide.attempt.Attempt;
import dev.almanac.topology.decide.attempt.Living;
import dev.almanac.topology.decide.attempt.Rejections;
import dev.almanac.topology.decide.attempt.Ruling;
import dev.almanac.topology.state.EntityStates;
import java.util.Optional;

/**
 * Goes on with a tree of tasks that is too large for one decision, a portion at a time. What was done with the task above
 * them stands already; where that has been taken back meanwhile the rest stays as it is.
 */
public final class TreeContinuation {
    private TreeContinuation() {}

    public static Ruling decide(Attempt attempt, ContinueTree asked) {
        Optional<Task> root = attempt.state().task(asked.getTaskId());
        if (root.isEmpty()) {
            return new Ruling.Refused(Rejections.notFound("task"));
        }
        Task task = root.get();
        Portion portion = new Portion(attempt);
        return switch (asked.getStep()) {
            case CLOSE -> {
                if (task.getStatus() != TaskStatus.OPEN) {
                    TaskClosing.below(attempt, task, portion);
                }
                yield ruling(task, portion);
            }
            case TRASH -> {
                task.getDeletedAt().ifPresent(deletedAt -> Trashed.below(attempt, task, deletedAt, portion));
                yield ruling(task, portion);
            }
            case RESTORE -> {
                if (Living.trashedAt(attempt.state(), task).isEmpty()) {
                    asked.getDeletedAt().ifPresent(at -> TaskRestoration.below(attempt, task, at, portion));
                }
                yield ruling(task, portion);
            }
            case COPY -> copy(attempt, task, portion);
            case UNKNOWN -> new Ruling.Refused(Rejections.invalid("", "Must be a step that this version knows."));
        };
    }

    private static Ruling copy(Attempt attempt, Task task, Portion portion) {
        Optional<Task> next =
                task.getRecurrence().flatMap(Recurrence::getSuccessor).flatMap(id -> Living.task(attempt.state(), id));
        return next.map(it -> NextOccurrence.goingOn(attempt, task, it).then(occurrence -> {
                    occurrence.addSubtasksTo(portion);
                    return ruling(task, portion);
                }))
                .orElseGet(() -> ruling(task, portion));
    }

    private static Ruling ruling(Task task, Portion portion) {
        Optional<EntityState> state = Optional.of(EntityStates.of(task));
        return portion.isEmpty() ? new Ruling.Unchanged(state) : portion.ruling(state, state);
    }
}
