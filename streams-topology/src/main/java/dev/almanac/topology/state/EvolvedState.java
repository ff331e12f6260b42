package dev.almanac.topology.state;

import dev.almanac.schemas.model.Comment;
import dev.almanac.schemas.model.Member;
import dev.almanac.schemas.model.SavedFilter;
import dev.almanac.schemas.model.Task;
import dev.almanac.schemas.model.TaskList;
import dev.almanac.schemas.model.Workspace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;

/**
 * A state, and over it what events have changed since. The state below is only read, each thing of it once.
 *
 * <p>Belongs to one decision and so to one thread: it is a draft, which {@link #apply} changes in place.
 */
public final class EvolvedState implements WorkspaceState {
    private final WorkspaceState stored;
    private final Overlay<Workspace> workspaces;
    private final Overlay<Member> members;
    private final Overlay<TaskList> lists;
    private final Overlay<Task> tasks;
    private final Overlay<Comment> comments;
    private final Overlay<SavedFilter> filters;
    private final OverlaidOrdering listOrder;
    private final Map<UUID, OverlaidOrdering> taskOrders = new HashMap<>();
    private final Map<Siblings, TreeSet<UUID>> subtasks = new HashMap<>();
    private long seq;

    private EvolvedState(WorkspaceState stored) {
        this.stored = stored;
        this.workspaces = new Overlay<>(id -> stored.workspace());
        this.members = new Overlay<>(stored::member);
        this.lists = new Overlay<>(stored::list);
        this.tasks = new Overlay<>(stored::task);
        this.comments = new Overlay<>(stored::comment);
        this.filters = new Overlay<>(stored::filter);
        this.listOrder = new OverlaidOrdering(stored.lists(), lists);
        this.seq = stored.seq();
    }

    /** The state as it is, ready to evolve. */
    public static EvolvedState over(WorkspaceState stored) {
        return new EvolvedState(stored);
    }

    /**
     * Takes in the next event.
     *
     * @throws IllegalArgumentException where the record is no event, or not the workspace's next one
     */
    public void apply(SpecificRecord event) {
        Fact fact = Fact.of(event);
        if (!fact.metadata().getWorkspaceId().equals(workspaceId())) {
            throw new IllegalArgumentException(
                    "An event of " + fact.metadata().getWorkspaceId() + " in " + workspaceId());
        }
        if (fact.metadata().getSeq() != seq + 1) {
            throw new IllegalArgumentException("Event " + fact.metadata().getSeq() + " follows " + seq);
        }
        switch (fact) {
            case Fact.OfWorkspace f -> workspaces.put(f.id(), f.workspace());
            case Fact.OfMember f -> putOrRemove(members, f.id(), f.member(), f.gone());
            case Fact.OfList f -> put(f.list());
            case Fact.OfTask f -> put(f.task());
            case Fact.OfReminder f -> f.task().ifPresent(this::put);
            case Fact.OfComment f -> putOrRemove(comments, f.id(), f.comment(), f.gone());
            case Fact.OfFilter f -> putOrRemove(filters, f.id(), f.filter(), f.gone());
        }
        seq++;
    }

    private static <T> void putOrRemove(Overlay<T> things, UUID id, T thing, boolean gone) {
        if (gone) {
            things.remove(id);
        } else {
            things.put(id, thing);
        }
    }

    private void put(TaskList list) {
        if (lists.isChanged(list.getId())) {
            lists.get(list.getId()).flatMap(Place::of).ifPresent(listOrder::remove);
        }
        lists.put(list.getId(), list);
        Place.of(list).ifPresent(listOrder::add);
    }

    private void put(Task task) {
        if (tasks.isChanged(task.getId())) {
            tasks.get(task.getId()).ifPresent(this::leaveIndexes);
        }
        tasks.put(task.getId(), task);
        Place.of(task).ifPresent(place -> taskOrder(task.getListId()).add(place));
        Siblings.of(task).ifPresent(key -> changedSubtasks(key).add(task.getId()));
    }

    private void leaveIndexes(Task task) {
        Place.of(task).ifPresent(place -> taskOrder(task.getListId()).remove(place));
        Siblings.of(task).ifPresent(key -> changedSubtasks(key).remove(task.getId()));
    }

    /** What is to be written so that the stored state becomes this one, besides {@link #seq()}. */
    public List<StateChange> changes() {
        List<StateChange> changes = new ArrayList<>();
        workspaces.addTo(changes, (before, after) -> after.map(StateChange.PutWorkspace::new));
        members.addTo(
                changes,
                (before, after) -> after.<StateChange>map(StateChange.PutMember::new)
                        .or(() -> before.map(StateChange.RemoveMember::new)));
        lists.addTo(changes, (before, after) -> after.map(list -> new StateChange.PutList(before, list)));
        tasks.addTo(changes, (before, after) -> after.map(task -> new StateChange.PutTask(before, task)));
        comments.addTo(
                changes,
                (before, after) -> after.<StateChange>map(StateChange.PutComment::new)
                        .or(() -> before.map(StateChange.RemoveComment::new)));
        filters.addTo(
                changes,
                (before, after) -> after.<StateChange>map(StateChange.PutFilter::new)
                        .or(() -> before.map(StateChange.RemoveFilter::new)));
        return changes;
    }

    @Override
    public UUID workspaceId() {
        return stored.workspaceId();
    }

    @Override
    public long seq() {
        return seq;
    }

    @Override
    public Optional<Workspace> workspace() {
        return workspaces.get(workspaceId());
    }

    @Override
    public Optional<Member> member(UUID userId) {
        return members.get(userId);
    }

    @Override
    public List<Member> members() {
        Stream<Member> unchanged = stored.members().stream().filter(member -> !members.isChanged(member.getUserId()));
        return Stream.concat(unchanged, members.present().stream()).toList();
    }

    @Override
    public Optional<TaskList> list(UUID id) {
        return lists.get(id);
    }

    @Override
    public Optional<Task> task(UUID id) {
        return tasks.get(id);
    }

    @Override
    public Optional<Comment> comment(UUID id) {
        return comments.get(id);
    }

    @Override
    public Optional<SavedFilter> filter(UUID id) {
        return filters.get(id);
    }

    @Override
    public List<SavedFilter> filters(UUID owner) {
        Stream<SavedFilter> unchanged =
                stored.filters(owner).stream().filter(filter -> !filters.isChanged(filter.getId()));
        Stream<SavedFilter> changed =
                filters.present().stream().filter(filter -> filter.getOwner().equals(owner));
        return Stream.concat(unchanged, changed).toList();
    }

    @Override
    public Ordering lists() {
        return listOrder;
    }

    @Override
    public Ordering tasks(UUID listId) {
        return taskOrder(listId);
    }

    private OverlaidOrdering taskOrder(UUID listId) {
        return taskOrders.computeIfAbsent(listId, id -> new OverlaidOrdering(stored.tasks(id), tasks));
    }

    @Override
    public List<UUID> subtasks(UUID parentId, int limit) {
        List<UUID> before = stored.subtasks(parentId, limit + tasks.size());
        return withChanges(before, new Siblings(parentId, Optional.empty()), limit);
    }

    @Override
    public List<UUID> subtasksTrashedAt(UUID parentId, Instant deletedAt, int limit) {
        List<UUID> before = stored.subtasksTrashedAt(parentId, deletedAt, limit + tasks.size());
        return withChanges(before, new Siblings(parentId, Optional.of(deletedAt)), limit);
    }

    private List<UUID> withChanges(List<UUID> before, Siblings key, int limit) {
        Stream<UUID> unchanged = before.stream().filter(id -> !tasks.isChanged(id));
        return Stream.concat(unchanged, changedSubtasks(key).stream())
                .sorted(Place.BY_ID)
                .limit(limit)
                .toList();
    }

    private TreeSet<UUID> changedSubtasks(Siblings key) {
        return subtasks.computeIfAbsent(key, any -> new TreeSet<>(Place.BY_ID));
    }

    /** The subtasks of one parent that are not in the trash, or those that came there at the same instant. */
    private record Siblings(UUID parentId, Optional<Instant> deletedAt) {
        static Optional<Siblings> of(Task task) {
            return task.getParentId().map(parentId -> new Siblings(parentId, task.getDeletedAt()));
        }
    }
}
