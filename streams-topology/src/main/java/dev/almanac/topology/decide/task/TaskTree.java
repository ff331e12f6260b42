package dev.almanac.topology.decide.task;

import dev.almanac.schemas.model.Task;
import dev.almanac.schemas.model.TaskStatus;
import dev.almanac.schemas.result.Rejection;
import dev.almanac.topology.decide.attempt.Rejections;
import dev.almanac.topology.decide.bounds.Limits;
import dev.almanac.topology.state.WorkspaceState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A task and its subtasks on all levels.
 *
 * @param tasks parents before their children, so the task itself first
 * @param height levels, 1 where there are no subtasks
 */
record TaskTree(List<Task> tasks, int height) {
    /** Those that are not in the trash. */
    static TaskTree living(WorkspaceState state, Task root) {
        return grow(root, (parent, limit) -> tasks(state, state.subtasks(parent.getId(), limit)));
    }

    /**
     * Those that went to the trash at the same instant, or are still on their way there. An open task below a closed one
     * went by itself, before that one was closed, so it stays.
     */
    static TaskTree trashedAt(WorkspaceState state, Task root, Instant deletedAt) {
        return grow(
                root,
                (parent, limit) -> Stream.concat(
                                tasks(state, state.subtasksTrashedAt(parent.getId(), deletedAt, limit)),
                                tasks(state, state.subtasks(parent.getId(), limit)))
                        .filter(child -> !isOpen(child) || isOpen(parent)));
    }

    private static Stream<Task> tasks(WorkspaceState state, List<UUID> ids) {
        return ids.stream().map(id -> state.task(id).orElseThrow());
    }

    private static boolean isOpen(Task task) {
        return task.getStatus() == TaskStatus.OPEN;
    }

    private static TaskTree grow(Task root, Children children) {
        List<Task> tasks = new ArrayList<>();
        tasks.add(root);
        int height = 0;
        int levelStart = 0;
        while (levelStart < tasks.size() && height < Limits.TREE_DEPTH) {
            height++;
            int levelEnd = tasks.size();
            for (int i = levelStart; i < levelEnd && height < Limits.TREE_DEPTH; i++) {
                int room = Limits.TREE_SIZE - tasks.size();
                children.of(tasks.get(i), room).limit(room).forEach(tasks::add);
            }
            levelStart = levelEnd;
        }
        return new TaskTree(tasks, height);
    }

    int size() {
        return tasks.size();
    }

    Set<UUID> ids() {
        return tasks.stream().map(Task::getId).collect(Collectors.toSet());
    }

    /** All but the task itself. */
    List<Task> below() {
        return tasks.subList(1, tasks.size());
    }

    /** The parents of a task that is not in the trash, from the nearest up. */
    static List<Task> ancestors(WorkspaceState state, Task task) {
        List<Task> ancestors = new ArrayList<>();
        Optional<Task> parent = task.getParentId().flatMap(state::task);
        while (parent.isPresent() && ancestors.size() < Limits.TREE_DEPTH) {
            ancestors.add(parent.get());
            parent = parent.get().getParentId().flatMap(state::task);
        }
        return ancestors;
    }

    /**
     * Why something doesn't fit below a parent.
     *
     * @param height levels of what is to be put there
     * @param ids all tasks of it, which may be in the parent's tree already
     * @return empty where it fits
     */
    static Optional<Rejection> fault(WorkspaceState state, Task parent, int height, Set<UUID> ids) {
        List<Task> ancestors = ancestors(state, parent);
        if (ancestors.size() + 1 + height > Limits.TREE_DEPTH) {
            return Optional.of(Rejections.limitExceeded(
                    "/parentId", "Subtasks go at most " + (Limits.TREE_DEPTH - 1) + " levels deep."));
        }
        Task root = ancestors.isEmpty() ? parent : ancestors.getLast();
        Set<UUID> all = new HashSet<>(ids);
        all.addAll(living(state, root).ids());
        return all.size() <= Limits.TREE_SIZE
                ? Optional.empty()
                : Optional.of(Rejections.limitExceeded(
                        "/parentId", "A task has at most " + (Limits.TREE_SIZE - 1) + " subtasks on all levels."));
    }

    private interface Children {
        Stream<Task> of(Task parent, int limit);
    }
}
