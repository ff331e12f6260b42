package dev.almanac.topology.decide.task;

import dev.almanac.schemas.command.CancelTask;
import dev.almanac.schemas.command.CompleteTask;
import dev.almanac.schemas.command.DeleteTask;
import dev.almanac.schemas.command.EditTask;
import dev.almanac.schemas.command.RestoreTask;
import dev.almanac.schemas.command.Undo;
import dev.almanac.schemas.id.Ids;
import dev.almanac.schemas.model.EntityState;
import dev.almanac.schemas.model.Task;
import dev.almanac.schemas.model.TaskStatus;
import dev.almanac.topology.decide.attempt.Attempt;
import dev.almanac.topology.decide.attempt.Difference;
import dev.almanac.topology.decide.attempt.Living;
import dev.almanac.topology.decide.attempt.Rejections;
import dev.almanac.topology.decide.attempt.Ruling;
import dev.almanac.topology.decide.attempt.Steps;
import dev.almanac.topology.state.EntityStates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Takes back what was done with a task, by what any other user could do: each step is a decision like those that are asked
 * for by name, with the same checks.
 */
public final class TaskUndo {
    private static final String TRASH = "deletedAt";
    private static final String SUBTASKS = "subtasks";

    private TaskUndo() {}

    public static Ruling decide(Attempt attempt, Undo asked) {
        Optional<Task> found = attempt.state().task(asked.getId());
        Optional<Task> after = asked.getAfter().flatMap(EntityState::getTask);
        if (found.isEmpty() || after.isEmpty()) {
            return new Ruling.Refused(Rejections.notFound("task"));
        }
        Task now = found.get();
        if (attempt.expectsOtherThan(now.getVersion())) {
            return new Ruling.Refused(Rejections.versionMismatch(Optional.of(EntityStates.of(now))));
        }
        return asked.getBefore()
                .flatMap(EntityState::getTask)
                .map(before -> change(attempt, asked, before, after.get(), now))
                .orElseGet(() -> creation(attempt, after.get(), now));
    }

    /** What was made goes to the trash, while nobody has made more of it. */
    private static Ruling creation(Attempt attempt, Task made, Task now) {
        if (Living.trashedAt(attempt.state(), now).isPresent()) {
            return new Ruling.Unchanged(Optional.of(EntityStates.of(now)));
        }
        List<String> since = new ArrayList<>(
                Difference.between(made, now, TaskUndoFields.ALL).changed().keySet());
        if (!attempt.state().subtasks(now.getId(), 1).isEmpty()) {
            since.add(SUBTASKS);
        }
        return since.isEmpty()
                ? TaskDeletion.decide(attempt, new DeleteTask(now.getId()))
                : Difference.conflict(since, EntityStates.of(now));
    }

    private static Ruling change(Attempt attempt, Undo asked, Task before, Task after, Task now) {
        if (after.getDeletedAt().isPresent() != before.getDeletedAt().isPresent()) {
            return after.getDeletedAt().isPresent()
                    ? deletion(attempt, before, after, now)
                    : TaskDeletion.decide(attempt, new DeleteTask(now.getId()));
        }
        if (Living.trashedAt(attempt.state(), now).isPresent()) {
            return Difference.conflict(List.of(TRASH), EntityStates.of(now));
        }
        Difference<Task> difference = Difference.between(before, after, TaskUndoFields.ALL);
        if (SeriesUndo.madeNext(before, after) && !difference.has("status")) {
            return SeriesUndo.skipping(attempt, after, now);
        }
        return difference.undo(
                now,
                EntityStates.of(now),
                it -> it.has("status") ? status(attempt, asked, it, now) : fields(attempt, it, now));
    }

    private static Ruling fields(Attempt attempt, Difference<Task> difference, Task now) {
        Steps steps = new Steps(attempt);
        boolean anotherSeries = SeriesUndo.isAnother(difference);
        if (anotherSeries && !difference.after().getRecurrence().equals(now.getRecurrence())) {
            return SeriesUndo.conflict(now);
        }
        if (TaskUndoFields.isEdit(difference)) {
            EditTask edit = new EditTask(now.getId(), TaskUndoFields.patch(difference), SeriesUndo.scopeOf(difference));
            steps.then(next -> TaskEdit.decide(next, edit));
        }
        if (anotherSeries) {
            steps.then(next -> SeriesUndo.restore(next, difference.before(), now.getId()));
        }
        if (difference.has("listId") || difference.has("position")) {
            steps.then(next -> TaskReplacing.decide(next, now.getId(), difference.before()));
        }
        return ruling(steps, now);
    }

    /** From the trash to where it was. */
    private static Ruling deletion(Attempt attempt, Task before, Task after, Task now) {
        Optional<Instant> trashedAt = Living.trashedAt(attempt.state(), now);
        if (trashedAt.isEmpty()) {
            return new Ruling.Unchanged(Optional.of(EntityStates.of(now)));
        }
        List<String> since = new ArrayList<>();
        if (!trashedAt.equals(after.getDeletedAt())) {
            since.add(TRASH);
        }
        if (Living.list(attempt.state(), before.getListId()).isEmpty()) {
            since.add("listId");
        }
        if (before.getParentId().isPresent()
                && before.getParentId()
                        .flatMap(id -> Living.task(attempt.state(), id))
                        .isEmpty()) {
            since.add("parentId");
        }
        return since.isEmpty()
                ? TaskRestoration.decide(attempt, new RestoreTask(now.getId()))
                : Difference.conflict(since, EntityStates.of(now));
    }

    private static Ruling status(Attempt attempt, Undo asked, Difference<Task> difference, Task now) {
        return switch (difference.before().getStatus()) {
            case OPEN -> closing(attempt, asked, difference, now);
            case COMPLETED, CANCELLED -> reopening(attempt, difference.before(), now);
        };
    }

    /** What was closed along and has not changed since is reopened along; an occurrence that it made is taken away. */
    private static Ruling closing(Attempt attempt, Undo asked, Difference<Task> difference, Task now) {
        Task before = difference.before();
        if (SeriesUndo.madeNext(before, difference.after())
                && !SeriesUndo.canTakeNextBack(attempt, difference.after(), now)) {
            return SeriesUndo.conflict(now);
        }
        boolean asMade = SeriesUndo.isAsMade(before, now);
        Steps steps = new Steps(attempt).then(next -> TaskReopening.takeBack(next, now.getId(), asMade));
        for (UUID id : asked.getOthers()) {
            Living.task(attempt.state(), id)
                    .filter(other -> other.getStatus() != TaskStatus.OPEN && isUntouched(other, asked))
                    .ifPresent(other -> steps.then(next -> TaskReopening.takeBack(next, id, false)));
        }
        return ruling(steps, now);
    }

    /** Not changed since by the action's events, or by what Almanac did to go on with it. */
    private static boolean isUntouched(Task other, Undo asked) {
        return (other.getSeq() >= asked.getSeq() && other.getSeq() <= asked.getLastSeq())
                || other.getUpdatedBy().equals(Ids.SYSTEM);
    }

    /** It would take its subtasks along, which were closed then: not those that are open now. */
    private static Ruling reopening(Attempt attempt, Task closed, Task now) {
        boolean openBelow = TaskTree.living(attempt.state(), now).below().stream()
                .anyMatch(task -> task.getStatus() == TaskStatus.OPEN);
        if (openBelow) {
            return Difference.conflict(List.of(SUBTASKS), EntityStates.of(now));
        }
        return closed.getStatus() == TaskStatus.COMPLETED
                ? TaskClosing.complete(attempt, new CompleteTask(now.getId()))
                : TaskClosing.cancel(attempt, new CancelTask(now.getId()));
    }

    private static Ruling ruling(Steps steps, Task now) {
        return steps.ruling(
                Optional.of(EntityStates.of(now)),
                done -> done.state().task(now.getId()).map(EntityStates::of));
    }
}
