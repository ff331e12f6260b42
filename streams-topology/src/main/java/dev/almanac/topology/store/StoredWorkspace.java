package dev.almanac.topology.store;

import dev.almanac.schemas.model.Comment;
import dev.almanac.schemas.model.Member;
import dev.almanac.schemas.model.SavedFilter;
import dev.almanac.schemas.model.Task;
import dev.almanac.schemas.model.TaskList;
import dev.almanac.schemas.model.Workspace;
import dev.almanac.schemas.serde.StateCodec;
import dev.almanac.topology.state.Ordering;
import dev.almanac.topology.state.ReminderStatuses;
import dev.almanac.topology.state.Timer;
import dev.almanac.topology.state.WorkspaceState;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * A workspace as it lies in the store: for the decider, whose thread alone writes there, and for interactive queries,
 * which see each write at once.
 */
public final class StoredWorkspace implements WorkspaceState, StoredView {
    private final UUID workspaceId;
    private final ReadOnlyKeyValueStore<Bytes, byte[]> store;
    private final StateCodecs codecs;

    public StoredWorkspace(UUID workspaceId, ReadOnlyKeyValueStore<Bytes, byte[]> store, StateCodecs codecs) {
        this.workspaceId = workspaceId;
        this.store = store;
        this.codecs = codecs;
    }

    @Override
    public UUID workspaceId() {
        return workspaceId;
    }

    @Override
    public long seq() {
        byte[] value = store.get(StoreKeys.seq(workspaceId));
        return value == null ? 0 : ByteBuffer.wrap(value).getLong();
    }

    @Override
    public Optional<Workspace> workspace() {
        return get(StoreKeys.workspace(workspaceId), codecs.workspace());
    }

    @Override
    public Optional<Member> member(UUID userId) {
        return get(StoreKeys.member(workspaceId, userId), codecs.member());
    }

    @Override
    public List<Member> members() {
        return scan(
                StoreKeys.members(workspaceId),
                Integer.MAX_VALUE,
                (key, value) -> codecs.member().decode(value));
    }

    @Override
    public Optional<TaskList> list(UUID id) {
        return get(StoreKeys.list(workspaceId, id), codecs.list());
    }

    @Override
    public Optional<Task> task(UUID id) {
        return get(StoreKeys.task(workspaceId, id), codecs.task());
    }

    /**
     * Tasks in the order of their ids, those in the trash among them.
     *
     * @param after the id before the first; null for the very first
     */
    public List<Task> tasks(@Nullable UUID after, int limit) {
        Bytes tasks = StoreKeys.tasks(workspaceId);
        Bytes from = after == null ? tasks : Bytes.increment(StoreKeys.task(workspaceId, after));
        List<Task> page = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> entries = store.range(from, Bytes.increment(tasks))) {
            while (page.size() < limit && entries.hasNext()) {
                page.add(codecs.task().decode(entries.next().value));
            }
        }
        return page;
    }

    /**
     * The reminders that are set, the earliest first.
     *
     * @param after what comes before the first of them; null for the very first
     */
    public List<PendingReminder> pendingReminders(@Nullable ReminderPlace after, int limit) {
        Bytes reminders = StoreKeys.reminders(workspaceId);
        Bytes from = after == null ? reminders : Bytes.increment(StoreKeys.reminder(workspaceId, after));
        List<PendingReminder> page = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> marks = store.range(from, Bytes.increment(reminders))) {
            while (page.size() < limit && marks.hasNext()) {
                pending(StoreKeys.reminderOf(marks.next().key)).ifPresent(page::add);
            }
        }
        return page;
    }

    /** Empty where the task has been written since, and its marks not yet. */
    private Optional<PendingReminder> pending(ReminderPlace place) {
        return task(place.taskId())
                .flatMap(task -> task.getReminders().stream()
                        .filter(reminder -> reminder.getId().equals(place.reminderId())
                                && Timer.setFor(reminder).equals(Optional.of(place.due())))
                        .findFirst()
                        .map(reminder ->
                                new PendingReminder(place, ReminderStatuses.of(task, reminder, task.getSeq()))));
    }

    @Override
    public Optional<Comment> comment(UUID id) {
        return get(StoreKeys.comment(workspaceId, id), codecs.comment());
    }

    @Override
    public Optional<SavedFilter> filter(UUID id) {
        return get(StoreKeys.filter(workspaceId, id), codecs.filter());
    }

    @Override
    public List<SavedFilter> filters(UUID owner) {
        return ids(StoreKeys.filtersOf(workspaceId, owner), Integer.MAX_VALUE).stream()
                .map(this::filter)
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public Ordering lists() {
        return new StoredOrdering(store, StoreKeys.listOrder(workspaceId));
    }

    @Override
    public Ordering tasks(UUID listId) {
        return new StoredOrdering(store, StoreKeys.taskOrder(workspaceId, listId));
    }

    @Override
    public List<UUID> subtasks(UUID parentId, int limit) {
        return ids(StoreKeys.subtasks(workspaceId, parentId), limit);
    }

    @Override
    public List<UUID> subtasksTrashedAt(UUID parentId, Instant deletedAt, int limit) {
        return ids(StoreKeys.subtasksTrashedAt(workspaceId, parentId, deletedAt), limit);
    }

    private List<UUID> ids(Bytes prefix, int limit) {
        return scan(prefix, limit, (key, value) -> StoreKeys.lastId(key));
    }

    private <T extends SpecificRecord> Optional<T> get(Bytes key, StateCodec<T> codec) {
        byte[] value = store.get(key);
        return value == null ? Optional.empty() : Optional.of(codec.decode(value));
    }

    private <T> List<T> scan(Bytes prefix, int limit, BiFunction<Bytes, byte[], T> read) {
        List<T> found = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> entries = store.range(prefix, Bytes.increment(prefix))) {
            while (found.size() < limit && entries.hasNext()) {
                var entry = entries.next();
                found.add(read.apply(entry.key, entry.value));
            }
        }
        return found;
    }
}
