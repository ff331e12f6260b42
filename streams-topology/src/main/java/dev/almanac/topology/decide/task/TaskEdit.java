package dev.almanac.topology.decide.task;

import dev.almanac.schemas.command.EditScope;
import dev.almanac.schemas.command.EditTask;
import dev.almanac.schemas.command.TaskPatch;
import dev.almanac.schemas.event.EventMetadata;
import dev.almanac.schemas.event.TaskEdited;
import dev.almanac.schemas.model.Task;
import dev.almanac.schemas.model.TaskStatus;
import dev.almanac.schemas.result.Rejection;
import dev.almanac.topology.decide.attempt.Attempt;
import dev.almanac.topology.decide.attempt.Ruling;
import dev.almanac.topology.state.EntityStates;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;

/** Changes a task's fields. A new parent takes it, and its subtasks with it, to the parent's list. */
public final class TaskEdit {
    private TaskEdit() {}

    public static Ruling decide(Attempt attempt, EditTask asked) {
        return ExistingTask.find(
                attempt, asked.getId(), task -> edit(attempt, task, asked.getPatch(), asked.getScope()));
    }

    private static Ruling edit(Attempt attempt, Task task, TaskPatch patch, EditScope scope) {
        TaskDraft draft = TaskDraft.of(task);
        Optional<Rejection> fault = TaskFields.fault(patch)
                .or(() -> SeriesEdit.fault(task, patch, scope))
                .or(() -> TaskFields.assigneeFault(attempt, patch, task.getAssignee()))
                .or(() -> {
                    TaskFields.apply(patch, draft);
                    return TaskFields.datesFault(patch, draft);
                })
                .or(() -> RecurrenceFields.fault(patch, draft));
        if (fault.isPresent()) {
            return new Ruling.Refused(fault.get());
        }
        SeriesEdit.apply(task, patch, scope, draft);
        Optional<UUID> parentId = patch.getParentId();
        if (parentId.isPresent() && !parentId.equals(task.getParentId())) {
            TaskTree tree = TaskTree.living(attempt.state(), task);
            return NewParent.find(attempt, parentId.get(), tree)
                    .then(parent -> editBelow(attempt, task, draft.parentId(parent.getId()), tree, parent));
        }
        if (patch.getClear().contains("parentId")) {
            draft.parentId(null);
        }
        return edit(attempt, task, draft, List::of);
    }

    private static Ruling editBelow(Attempt attempt, Task task, TaskDraft draft, TaskTree tree, Task parent) {
        UUID listId = parent.getListId();
        Supplier<List<SpecificRecord>> reopened =
                () -> task.getStatus() == TaskStatus.OPEN ? Reopened.above(attempt, parent) : List.of();
        if (listId.equals(task.getListId())) {
            return edit(attempt, task, draft, reopened);
        }
        return Moved.positions(attempt.state(), listId, task.getId(), Optional.empty(), tree.size())
                .then(positions -> {
                    draft.listId(listId).position(positions.getFirst());
                    return edit(attempt, task, draft, () -> {
                        List<SpecificRecord> along = new ArrayList<>(
                                Moved.events(attempt, tree.below(), listId, positions.subList(1, positions.size())));
                        along.addAll(reopened.get());
                        return along;
                    });
                });
    }

    /** @param along makes the events that go with the edit, once it has been stamped */
    private static Ruling edit(Attempt attempt, Task before, TaskDraft draft, Supplier<List<SpecificRecord>> along) {
        List<String> changed = draft.differences(before);
        if (changed.isEmpty()) {
            return new Ruling.Unchanged(Optional.of(EntityStates.of(before)));
        }
        EventMetadata metadata = attempt.stamp();
        Task after = draft.at(metadata);
        List<SpecificRecord> events = new ArrayList<>();
        events.add(new TaskEdited(metadata, after, changed));
        events.addAll(along.get());
        return new Ruling.Changed(events, Optional.of(EntityStates.of(before)), Optional.of(EntityStates.of(after)));
    }
}
