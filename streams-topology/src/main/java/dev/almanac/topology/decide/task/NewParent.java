package dev.almanac.topology.decide.task;

import dev.almanac.schemas.model.Task;
import dev.almanac.schemas.result.Rejection;
import dev.almanac.topology.decide.attempt.Attempt;
import dev.almanac.topology.decide.attempt.Checked;
import dev.almanac.topology.decide.attempt.Living;
import dev.almanac.topology.decide.attempt.Rejections;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Finds the task below which another is put, and sees to it that it can be. */
final class NewParent {
    private NewParent() {}

    /** The parent of a new task. */
    static Checked<Task> find(Attempt attempt, UUID parentId, UUID newTask) {
        return fitting(attempt, parentId, 1, Set.of(newTask));
    }

    /** The parent of a task that exists, with its subtasks. */
    static Checked<Task> find(Attempt attempt, UUID parentId, TaskTree tree) {
        Set<UUID> ids = tree.ids();
        return ids.contains(parentId)
                ? new Checked.Faulty<>(
                        Rejections.conflict("/parentId", "Must be neither the task itself nor a subtask of it."))
                : fitting(attempt, parentId, tree.height(), ids);
    }

    private static Checked<Task> fitting(Attempt attempt, UUID parentId, int height, Set<UUID> ids) {
        Optional<Task> parent = Living.task(attempt.state(), parentId);
        if (parent.isEmpty()) {
            return new Checked.Faulty<>(Rejections.invalid("/parentId", "Must be the id of a task."));
        }
        Optional<Rejection> fault = TaskTree.fault(attempt.state(), parent.get(), height, ids);
        return fault.isPresent() ? new Checked.Faulty<>(fault.get()) : new Checked.Sound<>(parent.get());
    }
}
