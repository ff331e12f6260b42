package dev.almanac.topology.store;

import dev.almanac.schemas.model.Reminder;
import dev.almanac.schemas.model.Task;
import dev.almanac.schemas.model.TaskList;
import dev.almanac.topology.state.Place;
import dev.almanac.topology.state.StateChange;
import dev.almanac.topology.state.Timer;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.common.utils.Bytes;

/** Turns changes of a workspace's state into writes: the things themselves, and the indexes that they are found by. */
public final class ChangeWrites {
    private final StateCodecs codecs;

    public ChangeWrites(StateCodecs codecs) {
        this.codecs = codecs;
    }

    /** @param seq of the workspace after the changes */
    public List<StoreWrite> of(UUID workspaceId, List<StateChange> changes, long seq) {
        List<StoreWrite> writes = new ArrayList<>();
        for (StateChange change : changes) {
            add(writes, workspaceId, change);
        }
        writes.add(new StoreWrite(
                StoreKeys.seq(workspaceId),
                ByteBuffer.allocate(Long.BYTES).putLong(seq).array()));
        return writes;
    }

    private void add(List<StoreWrite> writes, UUID workspace, StateChange change) {
        switch (change) {
            case StateChange.PutWorkspace(var it) ->
                writes.add(new StoreWrite(
                        StoreKeys.workspace(workspace), codecs.workspace().encode(it)));
            case StateChange.PutMember(var it) ->
                writes.add(new StoreWrite(
                        StoreKeys.member(workspace, it.getUserId()),
                        codecs.member().encode(it)));
            case StateChange.RemoveMember(var it) ->
                writes.add(StoreWrite.delete(StoreKeys.member(workspace, it.getUserId())));
            case StateChange.PutList(var previous, var it) -> {
                writes.add(new StoreWrite(
                        StoreKeys.list(workspace, it.getId()), codecs.list().encode(it)));
                reindex(writes, previous.flatMap(list -> order(workspace, list)), order(workspace, it));
            }
            case StateChange.PutTask(var previous, var it) -> {
                writes.add(new StoreWrite(
                        StoreKeys.task(workspace, it.getId()), codecs.task().encode(it)));
                reindex(writes, previous.flatMap(task -> order(workspace, task)), order(workspace, it));
                reindex(writes, previous.flatMap(task -> parent(workspace, task)), parent(workspace, it));
                reindexReminders(
                        writes,
                        previous.map(task -> reminders(workspace, task)).orElse(Set.of()),
                        reminders(workspace, it));
            }
            case StateChange.PutComment(var it) ->
                writes.add(new StoreWrite(
                        StoreKeys.comment(workspace, it.getId()),
                        codecs.comment().encode(it)));
            case StateChange.RemoveComment(var it) ->
                writes.add(StoreWrite.delete(StoreKeys.comment(workspace, it.getId())));
            case StateChange.PutFilter(var it) -> {
                writes.add(new StoreWrite(
                        StoreKeys.filter(workspace, it.getId()), codecs.filter().encode(it)));
                writes.add(StoreWrite.mark(StoreKeys.filterOf(workspace, it.getOwner(), it.getId())));
            }
            case StateChange.RemoveFilter(var it) -> {
                writes.add(StoreWrite.delete(StoreKeys.filter(workspace, it.getId())));
                writes.add(StoreWrite.delete(StoreKeys.filterOf(workspace, it.getOwner(), it.getId())));
            }
        }
    }

    private static void reindex(List<StoreWrite> writes, Optional<Bytes> before, Optional<Bytes> after) {
        if (before.equals(after)) {
            return;
        }
        before.ifPresent(key -> writes.add(StoreWrite.delete(key)));
        after.ifPresent(key -> writes.add(StoreWrite.mark(key)));
    }

    private static void reindexReminders(List<StoreWrite> writes, Set<Bytes> before, Set<Bytes> after) {
        before.stream()
                .filter(key -> !after.contains(key))
                .map(StoreWrite::delete)
                .forEach(writes::add);
        after.stream()
                .filter(key -> !before.contains(key))
                .map(StoreWrite::mark)
                .forEach(writes::add);
    }

    private static Optional<Bytes> order(UUID workspace, TaskList list) {
        return Place.of(list).map(place -> StoreKeys.place(StoreKeys.listOrder(workspace), place));
    }

    private static Optional<Bytes> order(UUID workspace, Task task) {
        return Place.of(task).map(place -> StoreKeys.place(StoreKeys.taskOrder(workspace, task.getListId()), place));
    }

    private static Optional<Bytes> parent(UUID workspace, Task task) {
        return task.getParentId()
                .map(parent -> task.getDeletedAt()
                        .map(deletedAt -> StoreKeys.subtask(workspace, parent, deletedAt, task.getId()))
                        .orElseGet(() -> StoreKeys.subtask(workspace, parent, task.getId())));
    }

    /** Those that are set, in the order in which the task has them. */
    private static Set<Bytes> reminders(UUID workspace, Task task) {
        Set<Bytes> keys = new LinkedHashSet<>();
        for (Reminder reminder : task.getReminders()) {
            Timer.setFor(reminder)
                    .map(due -> new ReminderPlace(due, task.getId(), reminder.getId()))
                    .map(place -> StoreKeys.reminder(workspace, place))
                    .ifPresent(keys::add);
        }
        return keys;
    }
}
