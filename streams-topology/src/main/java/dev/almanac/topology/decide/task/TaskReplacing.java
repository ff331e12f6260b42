package dev.almanac.topology.decide.task;

import dev.almanac.schemas.event.EventMetadata;
import dev.almanac.schemas.event.TaskMoved;
import dev.almanac.schemas.model.Task;
import dev.almanac.topology.decide.attempt.Attempt;
import dev.almanac.topology.decide.attempt.Checked;
import dev.almanac.topology.decide.attempt.Difference;
import dev.almanac.topology.decide.attempt.Living;
import dev.almanac.topology.decide.attempt.Ruling;
import dev.almanac.topology.decide.order.Placements;
import dev.almanac.topology.state.EntityStates;
import dev.almanac.topology.state.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;

/** Puts a task back into the list and at the place where it was, and its subtasks with it. */
final class TaskReplacing {
    private TaskReplacing() {}

    /** @param was the task as it was there */
    static Ruling decide(Attempt attempt, UUID id, Task was) {
        return ExistingTask.find(attempt, id, task -> {
            UUID listId = was.getListId();
            if (Living.list(attempt.state(), listId).isEmpty()) {
                return Difference.conflict(List.of("listId"), EntityStates.of(task));
            }
            Optional<UUID> parentId = was.getParentId();
            if (!parentList(attempt, parentId).map(listId::equals).orElse(parentId.isEmpty())) {
                return Difference.conflict(List.of("parentId"), EntityStates.of(task));
            }
            return replace(attempt, task, was);
        });
    }

    private static Optional<UUID> parentList(Attempt attempt, Optional<UUID> parentId) {
        return parentId.flatMap(id -> Living.task(attempt.state(), id)).map(Task::getListId);
    }

    private static Ruling replace(Attempt attempt, Task task, Task was) {
        UUID listId = was.getListId();
        String position = Placements.again(attempt.state().tasks(listId), new Place(was.getPosition(), task.getId()));
        EventMetadata metadata = attempt.stamp();
        Task after = TaskDraft.of(task)
                .listId(listId)
                .parentId(was.getParentId().orElse(null))
                .position(position)
                .at(metadata);
        List<SpecificRecord> events = new ArrayList<>();
        events.add(new TaskMoved(metadata, after));
        List<Task> below = listId.equals(task.getListId())
                ? List.of()
                : TaskTree.living(attempt.state(), task).below();
        return below.isEmpty()
                ? changed(events, task, after)
                : replaceBelow(attempt.after(events), below, listId).then(along -> {
                    events.addAll(along);
                    return changed(events, task, after);
                });
    }

    /** Subtasks go to the end of the list, in the order in which they stand. */
    private static Checked<List<SpecificRecord>> replaceBelow(Attempt next, List<Task> below, UUID listId) {
        return Moved.positions(next.state(), listId, below.getFirst().getId(), Optional.empty(), below.size())
                .map(positions -> Moved.events(next, below, listId, positions));
    }

    private static Ruling changed(List<SpecificRecord> events, Task before, Task after) {
        return new Ruling.Changed(events, Optional.of(EntityStates.of(before)), Optional.of(EntityStates.of(after)));
    }
}
