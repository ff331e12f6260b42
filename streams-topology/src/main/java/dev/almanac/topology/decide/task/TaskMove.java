package dev.almanac.topology.decide.task;

import dev.almanac.schemas.command.MoveTask;
import dev.almanac.schemas.event.EventMetadata;
import dev.almanac.schemas.event.TaskMoved;
import dev.almanac.schemas.model.Task;
import dev.almanac.topology.decide.attempt.Attempt;
import dev.almanac.topology.decide.attempt.Living;
import dev.almanac.topology.decide.attempt.Rejections;
import dev.almanac.topology.decide.attempt.Ruling;
import dev.almanac.topology.state.EntityStates;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;

/** Gives a task another place in its list, or takes it to another list, where it is nobody's subtask. */
public final class TaskMove {
    private TaskMove() {}

    public static Ruling decide(Attempt attempt, MoveTask asked) {
        return ExistingTask.find(attempt, asked.getId(), task -> {
            UUID listId = asked.getListId().orElse(task.getListId());
            return listId.equals(task.getListId())
                    ? moveWithin(attempt, asked, task)
                    : moveTo(attempt, asked, task, listId);
        });
    }

    private static Ruling moveWithin(Attempt attempt, MoveTask asked, Task task) {
        return Moved.positions(attempt.state(), task.getListId(), task.getId(), asked.getPlacement(), 1)
                .then(positions -> positions.getFirst().equals(task.getPosition())
                        ? new Ruling.Unchanged(Optional.of(EntityStates.of(task)))
                        : move(attempt, task, TaskDraft.of(task), positions, List.of()));
    }

    private static Ruling moveTo(Attempt attempt, MoveTask asked, Task task, UUID listId) {
        if (Living.list(attempt.state(), listId).isEmpty()) {
            return new Ruling.Refused(Rejections.invalid("/listId", "Must be the id of a list."));
        }
        TaskTree tree = TaskTree.living(attempt.state(), task);
        return Moved.positions(attempt.state(), listId, task.getId(), asked.getPlacement(), tree.size())
                .then(positions ->
                        move(attempt, task, TaskDraft.of(task).listId(listId).parentId(null), positions, tree.below()));
    }

    private static Ruling move(
            Attempt attempt, Task before, TaskDraft draft, List<String> positions, List<Task> subtasks) {
        EventMetadata metadata = attempt.stamp();
        Task after = draft.position(positions.getFirst()).at(metadata);
        List<SpecificRecord> events = new ArrayList<>();
        events.add(new TaskMoved(metadata, after));
        events.addAll(Moved.events(attempt, subtasks, after.getListId(), positions.subList(1, positions.size())));
        return new Ruling.Changed(events, Optional.of(EntityStates.of(before)), Optional.of(EntityStates.of(after)));
    }
}
