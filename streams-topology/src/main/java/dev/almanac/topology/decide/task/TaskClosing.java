package dev.almanac.topology.decide.task;

import dev.almanac.schemas.command.CancelTask;
import dev.almanac.schemas.command.CompleteTask;
import dev.almanac.schemas.event.EventMetadata;
import dev.almanac.schemas.event.TaskCancelled;
import dev.almanac.schemas.event.TaskCompleted;
import dev.almanac.schemas.model.Task;
import dev.almanac.schemas.model.TaskStatus;
import dev.almanac.topology.decide.attempt.Attempt;
import dev.almanac.topology.decide.attempt.Ruling;
import dev.almanac.topology.state.EntityStates;
import dev.almanac.topology.state.Updates;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;

/** Completes or cancels a task, and its open subtasks with it. */
public final class TaskClosing {
    private TaskClosing() {}

    public static Ruling complete(Attempt attempt, CompleteTask asked) {
        return ExistingTask.find(
                attempt,
                asked.getId(),
                task -> close(attempt, task, TaskStatus.COMPLETED, open -> completed(attempt, open)));
    }

    public static Ruling cancel(Attempt attempt, CancelTask asked) {
        return ExistingTask.find(
                attempt,
                asked.getId(),
                task -> close(attempt, task, TaskStatus.CANCELLED, open -> cancelled(attempt, open)));
    }

    private static Ruling close(Attempt attempt, Task task, TaskStatus status, Function<Task, SpecificRecord> closed) {
        if (task.getStatus() == status) {
            return new Ruling.Unchanged(Optional.of(EntityStates.of(task)));
        }
        List<SpecificRecord> events = new ArrayList<>();
        events.add(closed.apply(task));
        TaskTree.living(attempt.state(), task).below().stream()
                .filter(subtask -> subtask.getStatus() == TaskStatus.OPEN)
                .map(closed)
                .forEach(events::add);
        return new Ruling.Changed(
                events,
                Optional.of(EntityStates.of(task)),
                Updates.of(events.getFirst()).getState());
    }

    private static TaskCompleted completed(Attempt attempt, Task task) {
        EventMetadata metadata = attempt.stamp();
        return new TaskCompleted(
                metadata,
                TaskDraft.of(task)
                        .status(TaskStatus.COMPLETED)
                        .completedAt(attempt.now())
                        .at(metadata));
    }

    private static TaskCancelled cancelled(Attempt attempt, Task task) {
        EventMetadata metadata = attempt.stamp();
        return new TaskCancelled(
                metadata,
                TaskDraft.of(task)
                        .status(TaskStatus.CANCELLED)
                        .completedAt(null)
                        .at(metadata));
    }
}
