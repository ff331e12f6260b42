package dev.almanac.topology.decide.task;

import dev.almanac.schemas.command.CancelTask;
import dev.almanac.schemas.command.CompleteTask;
import dev.almanac.schemas.command.SkipTask;
import dev.almanac.schemas.command.TreeStep;
import dev.almanac.schemas.event.EventMetadata;
import dev.almanac.schemas.event.TaskCancelled;
import dev.almanac.schemas.event.TaskCompleted;
import dev.almanac.schemas.event.TaskSkipped;
import dev.almanac.schemas.model.Task;
import dev.almanac.schemas.model.TaskStatus;
import dev.almanac.topology.decide.attempt.Attempt;
import dev.almanac.topology.decide.attempt.Rejections;
import dev.almanac.topology.decide.attempt.Ruling;
import dev.almanac.topology.state.EntityStates;
import dev.almanac.topology.state.Updates;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.apache.avro.specific.SpecificRecord;

/**
 * Completes, cancels or skips a task, and closes its open subtasks with it. Where it repeats, completing and skipping bring
 * the next occurrence; cancelling ends the series.
 */
public final class TaskClosing {
    private TaskClosing() {}

    public static Ruling complete(Attempt attempt, CompleteTask asked) {
        return ExistingTask.find(
                attempt,
                asked.getId(),
                task -> task.getStatus() == TaskStatus.COMPLETED
                        ? unchanged(task)
                        : NextOccurrence.afterClosing(attempt, task)
                                .then(next -> close(attempt, task, next, TaskStatus.COMPLETED, TaskCompleted::new)));
    }

    public static Ruling cancel(Attempt attempt, CancelTask asked) {
        return ExistingTask.find(
                attempt,
                asked.getId(),
                task -> task.getStatus() == TaskStatus.CANCELLED
                        ? unchanged(task)
                        : close(attempt, task, Optional.empty(), TaskStatus.CANCELLED, TaskCancelled::new));
    }

    public static Ruling skip(Attempt attempt, SkipTask asked) {
        return ExistingTask.find(attempt, asked.getId(), task -> {
            if (task.getRecurrence().isEmpty()) {
                return new Ruling.Refused(Rejections.conflict("Only a task that repeats can be skipped."));
            }
            if (task.getStatus() == TaskStatus.COMPLETED) {
                return new Ruling.Refused(Rejections.conflict("It is completed, so it can't be skipped any more."));
            }
            return NextOccurrence.afterClosing(attempt, task)
                    .then(next -> task.getStatus() == TaskStatus.CANCELLED && next.isEmpty()
                            ? unchanged(task)
                            : close(attempt, task, next, TaskStatus.CANCELLED, TaskSkipped::new));
        });
    }

    private static Ruling unchanged(Task task) {
        return new Ruling.Unchanged(Optional.of(EntityStates.of(task)));
    }

    /** Makes the event of a task's closing. */
    private interface Closing extends BiFunction<EventMetadata, Task, SpecificRecord> {}

    private static Ruling close(
            Attempt attempt, Task task, Optional<NextOccurrence> next, TaskStatus status, Closing closing) {
        Portion portion = new Portion(attempt)
                .keep(Portion.costOfEnding(task))
                .keep(next.map(NextOccurrence::cost).orElse(0L));
        TaskDraft closed = TaskDraft.of(task);
        next.ifPresent(it ->
                closed.recurrence(Recurrences.handedOn(task.getRecurrence().orElseThrow(), it.id())));
        portion.add(event(attempt, closed, status, attempt.now(), closing));
        below(attempt, task, status, attempt.now(), portion);
        next.ifPresent(it -> it.addTo(portion));
        return portion.ruling(
                Optional.of(EntityStates.of(task)), Updates.of(portion.first()).getState());
    }

    /** Closes what is open below a closed task as that was closed, or as much of it as there is room for. */
    static void below(Attempt attempt, Task closed, Portion portion) {
        below(attempt, closed, closed.getStatus(), closed.getCompletedAt().orElse(attempt.now()), portion);
    }

    private static void below(Attempt attempt, Task closed, TaskStatus status, Instant at, Portion portion) {
        Closing closing = status == TaskStatus.COMPLETED ? TaskCompleted::new : TaskCancelled::new;
        List<Task> open = TaskTree.living(attempt.state(), closed).below().stream()
                .filter(subtask -> subtask.getStatus() == TaskStatus.OPEN)
                .toList();
        List<Task> left = portion.end(open, task -> event(attempt, TaskDraft.of(task), status, at, closing));
        portion.leave(TreeStep.CLOSE, closed.getId(), left);
    }

    private static SpecificRecord event(
            Attempt attempt, TaskDraft draft, TaskStatus status, Instant at, Closing closing) {
        EventMetadata metadata = attempt.stamp();
        return closing.apply(
                metadata,
                draft.status(status)
                        .completedAt(status == TaskStatus.COMPLETED ? at : null)
                        .at(metadata));
    }
}
