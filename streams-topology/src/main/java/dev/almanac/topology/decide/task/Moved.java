package dev.almanac.topology.decide.task;

import dev.almanac.schemas.command.Placement;
import dev.almanac.schemas.event.EventMetadata;
import dev.almanac.schemas.event.TaskMoved;
import dev.almanac.schemas.model.Task;
import dev.almanac.topology.decide.attempt.Attempt;
import dev.almanac.topology.decide.attempt.Checked;
import dev.almanac.topology.decide.attempt.Living;
import dev.almanac.topology.decide.order.Placements;
import dev.almanac.topology.state.Place;
import dev.almanac.topology.state.WorkspaceState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;

/** Tasks that get another place. Subtasks are in their parent's list, so they go where it goes. */
final class Moved {
    private static final Comparator<Task> IN_ORDER =
            Comparator.comparing(task -> new Place(task.getPosition(), task.getId()));

    private Moved() {}

    /** Positions in a list for a task and those that follow right behind it; {@link Placements#find} says more. */
    static Checked<List<String>> positions(
            WorkspaceState state, UUID listId, UUID taskId, Optional<Placement> placement, int count) {
        return Placements.find(
                state.tasks(listId),
                taskId,
                placement,
                id -> Living.task(state, id)
                        .filter(task -> task.getListId().equals(listId))
                        .flatMap(Place::of),
                count);
    }

    /**
     * Brings tasks to a list, in the order in which they stand.
     *
     * @param positions one for each
     */
    static List<SpecificRecord> events(Attempt attempt, List<Task> tasks, UUID listId, List<String> positions) {
        List<Task> ordered = tasks.stream().sorted(IN_ORDER).toList();
        List<SpecificRecord> events = new ArrayList<>(ordered.size());
        for (int i = 0; i < ordered.size(); i++) {
            EventMetadata metadata = attempt.stamp();
            events.add(new TaskMoved(
                    metadata,
                    TaskDraft.of(ordered.get(i))
                            .listId(listId)
                            .position(positions.get(i))
                            .at(metadata)));
        }
        return events;
    }
}
