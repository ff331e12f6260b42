package dev.almanac.topology.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.schemas.model.Comment;
import dev.almanac.schemas.model.Member;
import dev.almanac.schemas.model.SavedFilter;
import dev.almanac.schemas.model.Task;
import dev.almanac.schemas.model.TaskList;
import dev.almanac.schemas.model.Workspace;
import dev.almanac.topology.state.Ordering;
import dev.almanac.topology.state.Place;
import dev.almanac.topology.state.StateChange;
import dev.almanac.topology.state.Timer;
import dev.almanac.topology.state.WorkspaceState;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A workspace in maps, without indexes: what is asked is searched for, so that nothing can be out of date. */
public final class InMemoryWorkspace implements WorkspaceState {
    private final UUID workspaceId;
    private long seq;
    private Optional<Workspace> workspace = Optional.empty();
    private final Map<UUID, Member> members = new TreeMap<>(Place.BY_ID);
    private final Map<UUID, TaskList> lists = new TreeMap<>(Place.BY_ID);
    private final Map<UUID, Task> tasks = new TreeMap<>(Place.BY_ID);
    private final Map<UUID, Comment> comments = new TreeMap<>(Place.BY_ID);
    private final Map<UUID, SavedFilter> filters = new TreeMap<>(Place.BY_ID);

    public InMemoryWorkspace(UUID workspaceId) {
        this.workspaceId = workspaceId;
    }

    /** Does what a store would, and checks that it is told rightly what it holds. */
    public void write(List<StateChange> changes, long newSeq) {
        changes.forEach(this::write);
        seq = newSeq;
    }

    private void write(StateChange change) {
        switch (change) {
            case StateChange.PutWorkspace(var it) -> workspace = Optional.of(it);
            case StateChange.PutMember(var it) -> members.put(it.getUserId(), it);
            case StateChange.RemoveMember(var it) ->
                assertThat(members.remove(it.getUserId())).isEqualTo(it);
            case StateChange.PutList(var previous, var it) ->
                assertThat(Optional.ofNullable(lists.put(it.getId(), it))).isEqualTo(previous);
            case StateChange.PutTask(var previous, var it) ->
                assertThat(Optional.ofNullable(tasks.put(it.getId(), it))).isEqualTo(previous);
            case StateChange.PutComment(var it) -> comments.put(it.getId(), it);
            case StateChange.RemoveComment(var it) ->
                assertThat(comments.remove(it.getId())).isEqualTo(it);
            case StateChange.PutFilter(var it) -> filters.put(it.getId(), it);
            case StateChange.RemoveFilter(var it) ->
                assertThat(filters.remove(it.getId())).isEqualTo(it);
        }
    }

    /** All that is in it, to be compared. */
    public List<Object> contents() {
        return List.of(seq, workspace, members, lists, tasks, comments, filters);
    }

    public Collection<Task> allTasks() {
        return tasks.values();
    }

    /** Those that its tasks set, the earliest first. */
    public List<Timer> timers() {
        return tasks.values().stream()
                .flatMap(task -> Timer.setBy(task).stream())
                .sorted(Comparator.comparing(Timer::due))
                .toList();
    }

    public Collection<TaskList> allLists() {
        return lists.values();
    }

    @Override
    public UUID workspaceId() {
        return workspaceId;
    }

    @Override
    public long seq() {
        return seq;
    }

    @Override
    public Optional<Workspace> workspace() {
        return workspace;
    }

    @Override
    public Optional<Member> member(UUID userId) {
        return Optional.ofNullable(members.get(userId));
    }

    @Override
    public List<Member> members() {
        return List.copyOf(members.values());
    }

    @Override
    public Optional<TaskList> list(UUID id) {
        return Optional.ofNullable(lists.get(id));
    }

    @Override
    public Optional<Task> task(UUID id) {
        return Optional.ofNullable(tasks.get(id));
    }

    @Override
    public Optional<Comment> comment(UUID id) {
        return Optional.ofNullable(comments.get(id));
    }

    @Override
    public Optional<SavedFilter> filter(UUID id) {
        return Optional.ofNullable(filters.get(id));
    }

    @Override
    public List<SavedFilter> filters(UUID owner) {
        return filters.values().stream()
                .filter(filter -> filter.getOwner().equals(owner))
                .toList();
    }

    @Override
    public Ordering lists() {
        return new Places(lists.values().stream()
                .flatMap(list -> Place.of(list).stream())
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Override
    public Ordering tasks(UUID listId) {
        return new Places(tasks.values().stream()
                .filter(task -> task.getListId().equals(listId))
                .flatMap(task -> Place.of(task).stream())
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Override
    public List<UUID> subtasks(UUID parentId, int limit) {
        return subtasks(parentId, task -> task.getDeletedAt().isEmpty(), limit);
    }

    @Override
    public List<UUID> subtasksTrashedAt(UUID parentId, Instant deletedAt, int limit) {
        return subtasks(parentId, task -> task.getDeletedAt().equals(Optional.of(deletedAt)), limit);
    }

    private List<UUID> subtasks(UUID parentId, Predicate<Task> which, int limit) {
        return tasks.values().stream()
                .filter(task -> task.getParentId().equals(Optional.of(parentId)))
                .filter(which)
                .map(Task::getId)
                .limit(limit)
                .toList();
    }

    private record Places(NavigableSet<Place> places) implements Ordering {
        @Override
        public List<Place> first(int limit) {
            return places.stream().limit(limit).toList();
        }

        @Override
        public Optional<Place> last() {
            return places.isEmpty() ? Optional.empty() : Optional.of(places.last());
        }

        @Override
        public Optional<Place> before(Place place) {
            return Optional.ofNullable(places.lower(place));
        }

        @Override
        public Optional<Place> after(Place place) {
            return Optional.ofNullable(places.higher(place));
        }
    }
}
