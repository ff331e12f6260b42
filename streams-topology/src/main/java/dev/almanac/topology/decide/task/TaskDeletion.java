package dev.almanac.topology.decide.task;

import dev.almanac.schemas.command.DeleteTask;
import dev.almanac.schemas.model.Task;
import dev.almanac.topology.decide.attempt.Attempt;
import dev.almanac.topology.decide.attempt.Living;
import dev.almanac.topology.decide.attempt.Rejections;
import dev.almanac.topology.decide.attempt.Ruling;
import dev.almanac.topology.state.EntityStates;
import dev.almanac.topology.state.Updates;
import java.util.Optional;

/** Puts a task into the trash, and its subtasks with it. */
public final class TaskDeletion {
    private TaskDeletion() {}

    public static Ruling decide(Attempt attempt, DeleteTask asked) {
        Optional<Task> found = attempt.state().task(asked.getId());
        if (found.isEmpty()) {
            return new Ruling.Refused(Rejections.notFound("task"));
        }
        if (Living.trashedAt(attempt.state(), found.get()).isPresent()) {
            return new Ruling.Unchanged(found.map(EntityStates::of));
        }
        return ExistingTask.find(attempt, asked.getId(), task -> delete(attempt, task));
    }

    private static Ruling delete(Attempt attempt, Task task) {
        Portion portion = new Portion(attempt);
        Trashed.withSubtasks(attempt, task, attempt.now(), portion);
        return portion.ruling(
                Optional.of(EntityStates.of(task)), Updates.of(portion.first()).getState());
    }
}
