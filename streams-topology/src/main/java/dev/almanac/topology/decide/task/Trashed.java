package dev.almanac.topology.decide.task;

import dev.almanac.schemas.command.TreeStep;
import dev.almanac.schemas.event.EventMetadata;
import dev.almanac.schemas.event.TaskDeleted;
import dev.almanac.schemas.model.Task;
import dev.almanac.topology.decide.attempt.Attempt;
import java.time.Instant;
import java.util.List;

/** Tasks that go to the trash. */
public final class Trashed {
    private Trashed() {}

    /** @param deletedAt the same for all that go together, since that is what they are restored by */
    public static TaskDeleted event(Attempt attempt, Task task, Instant deletedAt) {
        EventMetadata metadata = attempt.stamp();
        return new TaskDeleted(metadata, TaskDraft.of(task).deletedAt(deletedAt).at(metadata));
    }

    /** A task with all below it, or with as much of that as there is room for. */
    static void withSubtasks(Attempt attempt, Task task, Instant deletedAt, Portion portion) {
        portion.keep(Portion.costOfEnding(task)).add(event(attempt, task, deletedAt));
        below(attempt, task, deletedAt, portion);
    }

    /** What is below a task that is in the trash. */
    static void below(Attempt attempt, Task task, Instant deletedAt, Portion portion) {
        List<Task> left =
                portion.end(TaskTree.living(attempt.state(), task).below(), each -> event(attempt, each, deletedAt));
        portion.leave(TreeStep.TRASH, task.getId(), left);
    }
}
