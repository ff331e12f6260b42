package dev.almanac.topology.decide.attempt;

import dev.almanac.schemas.model.Task;
import dev.almanac.schemas.model.TaskList;
import dev.almanac.topology.state.WorkspaceState;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What is there and not in the trash. A deleted list's tasks count as in the trash from that moment on, also those that are
 * only on their way there.
 */
public final class Living {
    private Living() {}

    public static Optional<TaskList> list(WorkspaceState state, UUID id) {
        return state.list(id).filter(list -> list.getDeletedAt().isEmpty());
    }

    public static Optional<Task> task(WorkspaceState state, UUID id) {
        return state.task(id).filter(task -> trashedAt(state, task).isEmpty());
    }

    /** Since when the task is in the trash; empty where it isn't. */
    public static Optional<Instant> trashedAt(WorkspaceState state, Task task) {
        return task.getDeletedAt().or(() -> state.list(task.getListId()).flatMap(TaskList::getDeletedAt));
    }
}
