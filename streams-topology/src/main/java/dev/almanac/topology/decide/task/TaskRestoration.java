package dev.almanac.topology.decide.task;

import dev.almanac.schemas.command.RestoreTask;
import dev.almanac.schemas.command.TreeStep;
import dev.almanac.schemas.event.EventMetadata;
import dev.almanac.schemas.event.TaskRestored;
import dev.almanac.schemas.model.Task;
import dev.almanac.schemas.model.TaskList;
import dev.almanac.schemas.model.TaskStatus;
import dev.almanac.schemas.model.Workspace;
import dev.almanac.topology.decide.attempt.Attempt;
import dev.almanac.topology.decide.attempt.Living;
import dev.almanac.topology.decide.attempt.Rejections;
import dev.almanac.topology.decide.attempt.Ruling;
import dev.almanac.topology.decide.order.Placements;
import dev.almanac.topology.state.EntityStates;
import dev.almanac.topology.state.EvolvedState;
import dev.almanac.topology.state.Place;
import dev.almanac.topology.state.Updates;
import dev.almanac.topology.state.WorkspaceState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;

/**
 * Brings a task back from the trash, and the subtasks that went there with it.
 *
 * <p>It comes back below its parent, where that is still there and has room; else as nobody's subtask in its list; and in
 * the inbox where that list is deleted.
 */
public final class TaskRestoration {
    private TaskRestoration() {}

    public static Ruling decide(Attempt attempt, RestoreTask asked) {
        Optional<Task> found = attempt.state().task(asked.getId());
        if (found.isEmpty()) {
            return new Ruling.Refused(Rejections.notFound("task"));
        }
        Task task = found.get();
        if (attempt.expectsOtherThan(task.getVersion())) {
            return new Ruling.Refused(Rejections.versionMismatch(Optional.of(EntityStates.of(task))));
        }
        return Living.trashedAt(attempt.state(), task)
                .map(deletedAt -> restore(attempt, task, deletedAt))
                .orElseGet(() -> new Ruling.Unchanged(Optional.of(EntityStates.of(task))));
    }

    private static Ruling restore(Attempt attempt, Task task, Instant deletedAt) {
        WorkspaceState state = attempt.state();
        TaskTree tree = TaskTree.trashedAt(state, task, deletedAt);
        Optional<Task> parent = task.getParentId()
                .flatMap(parentId -> Living.task(state, parentId))
                .filter(above ->
                        TaskTree.fault(state, above, tree.height(), tree.ids()).isEmpty());
        UUID listId = parent.map(Task::getListId).orElseGet(() -> listWithoutParent(state, task));

        Portion portion = new Portion(attempt).keep(Portion.costOfBringing(task));
        parent.ifPresent(above -> portion.keep(Reopened.MOST_ABOVE));
        EvolvedState evolving = EvolvedState.over(state);
        TaskDraft draft = TaskDraft.of(task).parentId(parent.map(Task::getId).orElse(null));
        portion.add(event(attempt, evolving, task, draft, listId));
        below(attempt, evolving, task, tree.below(), listId, deletedAt, portion);
        if (task.getStatus() == TaskStatus.OPEN) {
            parent.ifPresent(above -> Reopened.above(attempt, above).forEach(portion::add));
        }
        return portion.ruling(
                Optional.of(EntityStates.of(task)), Updates.of(portion.first()).getState());
    }

    /** What went to the trash with a task that is back, or as much of it as there is room for. */
    static void below(Attempt attempt, Task task, Instant deletedAt, Portion portion) {
        List<Task> trashed = TaskTree.trashedAt(attempt.state(), task, deletedAt).below().stream()
                .filter(each ->
                        each.getDeletedAt().isPresent() || !each.getListId().equals(task.getListId()))
                .toList();
        below(attempt, EvolvedState.over(attempt.state()), task, trashed, task.getListId(), deletedAt, portion);
    }

    /** Each finds its position among those that came back before it. */
    private static void below(
            Attempt attempt,
            EvolvedState evolving,
            Task task,
            List<Task> subtasks,
            UUID listId,
            Instant deletedAt,
            Portion portion) {
        List<Task> left = portion.take(
                subtasks, Portion::costOfBringing, each -> event(attempt, evolving, each, TaskDraft.of(each), listId));
        portion.leave(TreeStep.RESTORE, task.getId(), Optional.of(deletedAt), left);
    }

    private static SpecificRecord event(
            Attempt attempt, EvolvedState evolving, Task trashed, TaskDraft draft, UUID listId) {
        EventMetadata metadata = attempt.stamp();
        TaskRestored restored = new TaskRestored(
                metadata,
                draft.deletedAt(null)
                        .listId(listId)
                        .position(position(evolving, trashed, listId))
                        .at(metadata));
        evolving.apply(restored);
        return restored;
    }

    private static UUID listWithoutParent(WorkspaceState state, Task task) {
        return Living.list(state, task.getListId())
                .map(TaskList::getId)
                .or(() -> state.workspace().map(Workspace::getInboxId))
                .orElseThrow();
    }

    private static String position(WorkspaceState state, Task task, UUID listId) {
        return task.getListId().equals(listId)
                ? Placements.again(state.tasks(listId), new Place(task.getPosition(), task.getId()))
                : Placements.last(state.tasks(listId));
    }
}
