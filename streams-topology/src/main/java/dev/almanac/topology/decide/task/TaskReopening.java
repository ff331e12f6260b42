package dev.almanac.topology.decide.task;

import dev.almanac.schemas.command.ReopenTask;
import dev.almanac.schemas.event.TaskReopened;
import dev.almanac.schemas.model.Task;
import dev.almanac.schemas.model.TaskStatus;
import dev.almanac.topology.decide.attempt.Attempt;
import dev.almanac.topology.decide.attempt.Ruling;
import dev.almanac.topology.state.EntityStates;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/** Opens a completed or cancelled task again, and those above it, but not its subtasks. */
public final class TaskReopening {
    private TaskReopening() {}

    public static Ruling decide(Attempt attempt, ReopenTask asked) {
        return ExistingTask.find(attempt, asked.getId(), task -> reopen(attempt, task));
    }

    private static Ruling reopen(Attempt attempt, Task task) {
        if (task.getStatus() == TaskStatus.OPEN) {
            return new Ruling.Unchanged(Optional.of(EntityStates.of(task)));
        }
        List<SpecificRecord> events = new ArrayList<>();
        List<Task> takenBack = TakenBack.from(attempt.state(), task);
        TaskReopened reopened = Reopened.event(attempt, task, !takenBack.isEmpty());
        events.add(reopened);
        takenBack.forEach(next -> events.add(Trashed.event(attempt, next, attempt.now())));
        task.getParentId()
                .flatMap(attempt.state()::task)
                .ifPresent(parent -> events.addAll(Reopened.above(attempt, parent)));
        return new Ruling.Changed(
                events, Optional.of(EntityStates.of(task)), Optional.of(EntityStates.of(reopened.getTask())));
    }
}
