package dev.almanac.topology.decide.task;

import dev.almanac.schemas.model.OccurrenceCreation;
import dev.almanac.schemas.model.Recurrence;
import dev.almanac.schemas.model.Task;
import dev.almanac.schemas.model.TaskStatus;
import dev.almanac.topology.decide.attempt.Living;
import dev.almanac.topology.state.WorkspaceState;
import java.util.Optional;

/**
 * The occurrence that came because another was closed, where that one is opened again: as long as nobody has touched it, it
 * goes, and the series is back where it was.
 */
final class TakenBack {
    private TakenBack() {}

    /** The occurrence, which takes its subtasks along; empty where it stays. */
    static Optional<Task> from(WorkspaceState state, Task reopened) {
        return reopened.getRecurrence()
                .filter(it -> it.getCreation() == OccurrenceCreation.ON_COMPLETION)
                .flatMap(Recurrence::getSuccessor)
                .flatMap(id -> Living.task(state, id))
                .filter(next -> next.getRecurrence()
                        .filter(it -> it.getSuccessor().isEmpty())
                        .isPresent())
                .filter(next -> TaskTree.living(state, next).tasks().stream().allMatch(TakenBack::isUntouched));
    }

    /** Whether nobody has done anything about it but make it; what timers do counts for nothing. */
    private static boolean isUntouched(Task task) {
        return task.getStatus() == TaskStatus.OPEN && task.getUpdatedAt().equals(task.getCreatedAt());
    }
}
