package dev.almanac.topology.decide;

import static dev.almanac.schemas.model.TaskStatus.CANCELLED;
import static dev.almanac.schemas.model.TaskStatus.COMPLETED;
import static dev.almanac.schemas.model.TaskStatus.OPEN;

import dev.almanac.schemas.command.CreateTask;
import dev.almanac.schemas.command.MoveTask;
import dev.almanac.schemas.command.Operation;
import dev.almanac.schemas.command.Placement;
import dev.almanac.schemas.command.TaskPatch;
import dev.almanac.schemas.model.TaskStatus;
import dev.almanac.schemas.result.RejectionCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a workspace's lists and tasks must do, told once more and as plainly as can be: things that change in place, orders
 * that are lists. It knows nothing of events, positions, or how the decider goes about it.
 */
final class PlainModel {
    static final String UNCHANGED = "UNCHANGED";
    static final String ACCEPTED = "ACCEPTED";
    private static final int MAX_DEPTH = 5;

    final Map<UUID, TaskThing> tasks = new LinkedHashMap<>();
    final Map<UUID, ListThing> lists = new LinkedHashMap<>();
    private final UUID inbox;

    static final class TaskThing {
        String title;
        UUID list;

        @Nullable
        UUID parent;

        TaskStatus status = OPEN;

        @Nullable
        Instant deletedAt;

        long version = 1;

        TaskThing(String title, UUID list, @Nullable UUID parent) {
            this.title = title;
            this.list = list;
            this.parent = parent;
        }

        private TaskThing copy() {
            TaskThing copy = new TaskThing(title, list, parent);
            copy.status = status;
            copy.deletedAt = deletedAt;
            copy.version = version;
            return copy;
        }
    }

    static final class ListThing {
        boolean deleted;
        long version = 1;
        /** Ids of the tasks that are not in the trash, in their order. */
        List<UUID> order = new ArrayList<>();

        private ListThing copy() {
            ListThing copy = new ListThing();
            copy.deleted = deleted;
            copy.version = version;
            copy.order = new ArrayList<>(order);
            return copy;
        }
    }

    PlainModel(UUID inbox) {
        this.inbox = inbox;
        lists.put(inbox, new ListThing());
    }

    PlainModel copy() {
        PlainModel copy = new PlainModel(inbox);
        tasks.forEach((id, task) -> copy.tasks.put(id, task.copy()));
        lists.forEach((id, list) -> copy.lists.put(id, list.copy()));
        return copy;
    }

    /** Does what is asked, where it can be done; says what comes of it. */
    String put(Operation operation, Instant now) {
        Optional<Long> expected = operation.getExpectedVersion();
        if (operation.getCreateList().isPresent()) {
            return createList(operation.getCreateList().get().getId(), expected);
        }
        if (operation.getDeleteList().isPresent()) {
            return deleteList(operation.getDeleteList().get().getId(), expected, now);
        }
        if (operation.getCreateTask().isPresent()) {
            return createTask(operation.getCreateTask().get(), expected);
        }
        if (operation.getDeleteTask().isPresent()) {
            return delete(operation.getDeleteTask().get().getId(), expected, now);
        }
        if (operation.getRestoreTask().isPresent()) {
            return restore(operation.getRestoreTask().get().getId(), expected);
        }
        if (operation.getEditTask().isPresent()) {
            UUID id = operation.getEditTask().get().getId();
            TaskPatch patch = operation.getEditTask().get().getPatch();
            return onLiving(id, expected).orElseGet(() -> edit(id, patch));
        }
        if (operation.getCompleteTask().isPresent()) {
            UUID id = operation.getCompleteTask().get().getId();
            return onLiving(id, expected).orElseGet(() -> close(id, COMPLETED));
        }
        if (operation.getCancelTask().isPresent()) {
            UUID id = operation.getCancelTask().get().getId();
            return onLiving(id, expected).orElseGet(() -> close(id, CANCELLED));
        }
        if (operation.getReopenTask().isPresent()) {
            UUID id = operation.getReopenTask().get().getId();
            return onLiving(id, expected).orElseGet(() -> reopen(id));
        }
        MoveTask move = operation.getMoveTask().orElseThrow();
        return onLiving(move.getId(), expected).orElseGet(() -> move(move));
    }

    private String createList(UUID id, Optional<Long> expected) {
        if (lists.containsKey(id)) {
            return RejectionCode.ID_TAKEN.name();
        }
        if (expected.isPresent()) {
            return RejectionCode.VERSION_MISMATCH.name();
        }
        lists.put(id, new ListThing());
        return ACCEPTED;
    }

    private String deleteList(UUID id, Optional<Long> expected, Instant now) {
        ListThing list = lists.get(id);
        if (list == null) {
            return RejectionCode.NOT_FOUND.name();
        }
        if (list.deleted) {
            return UNCHANGED;
        }
        if (isOther(expected, list.version)) {
            return RejectionCode.VERSION_MISMATCH.name();
        }
        if (id.equals(inbox)) {
            return RejectionCode.CONFLICT.name();
        }
        list.deleted = true;
        list.version++;
        for (UUID task : list.order) {
            task(task).deletedAt = now;
            task(task).version++;
        }
        list.order.clear();
        return ACCEPTED;
    }

    private String createTask(CreateTask asked, Optional<Long> expected) {
        if (tasks.containsKey(asked.getId())) {
            return RejectionCode.ID_TAKEN.name();
        }
        if (expected.isPresent()) {
            return RejectionCode.VERSION_MISMATCH.name();
        }
        UUID parent = asked.getFields().getParentId().orElse(null);
        UUID list = asked.getListId().orElse(parent == null || !isLiving(parent) ? inbox : task(parent).list);
        if (parent != null) {
            if (!isLiving(parent)) {
                return RejectionCode.INVALID.name();
            }
            if (depth(parent) + 1 > MAX_DEPTH) {
                return RejectionCode.LIMIT_EXCEEDED.name();
            }
            if (!list.equals(task(parent).list)) {
                return RejectionCode.INVALID.name();
            }
        }
        if (!lists.containsKey(list) || list(list).deleted) {
            return RejectionCode.INVALID.name();
        }
        Optional<Integer> place = place(list(list).order, asked.getPlacement());
        if (place.isEmpty()) {
            return RejectionCode.INVALID.name();
        }
        list(list).order.add(place.get(), asked.getId());
        tasks.put(asked.getId(), new TaskThing(asked.getFields().getTitle().orElseThrow(), list, parent));
        openAbove(asked.getId());
        return ACCEPTED;
    }

    private String edit(UUID id, TaskPatch patch) {
        TaskThing task = task(id);
        TaskThing before = task.copy();
        String title = patch.getTitle().orElse(task.title);
        UUID parent = patch.getClear().contains("parentId")
                ? null
                : patch.getParentId().orElse(task.parent);
        if (parent != null && !parent.equals(task.parent)) {
            List<UUID> below = livingTree(id);
            if (below.contains(parent)) {
                return RejectionCode.CONFLICT.name();
            }
            if (!isLiving(parent)) {
                return RejectionCode.INVALID.name();
            }
            if (depth(parent) + height(id, below) > MAX_DEPTH) {
                return RejectionCode.LIMIT_EXCEEDED.name();
            }
            if (!task(parent).list.equals(task.list)) {
                bring(
                        id,
                        below,
                        task(parent).list,
                        list(task(parent).list).order.size());
                task.version--;
            }
        }
        task.title = title;
        task.parent = parent;
        if (task.title.equals(before.title) && Objects.equals(parent, before.parent)) {
            return UNCHANGED;
        }
        task.version++;
        openAbove(id);
        return ACCEPTED;
    }

    private String close(UUID id, TaskStatus status) {
        if (task(id).status == status) {
            return UNCHANGED;
        }
        for (UUID each : livingTree(id)) {
            if (each.equals(id) || task(each).status == OPEN) {
                task(each).status = status;
                task(each).version++;
            }
        }
        return ACCEPTED;
    }

    private String reopen(UUID id) {
        if (task(id).status == OPEN) {
            return UNCHANGED;
        }
        task(id).status = OPEN;
        task(id).version++;
        openAbove(id);
        return ACCEPTED;
    }

    private String move(MoveTask asked) {
        TaskThing task = task(asked.getId());
        UUID list = asked.getListId().orElse(task.list);
        if (!lists.containsKey(list) || list(list).deleted) {
            return RejectionCode.INVALID.name();
        }
        List<UUID> others = new ArrayList<>(list(list).order);
        others.remove(asked.getId());
        Optional<Integer> place = place(others, asked.getPlacement());
        if (place.isEmpty()) {
            return RejectionCode.INVALID.name();
        }
        if (list.equals(task.list)) {
            others.add(place.get(), asked.getId());
            if (others.equals(list(list).order)) {
                return UNCHANGED;
            }
            list(list).order = others;
            task.version++;
            return ACCEPTED;
        }
        bring(asked.getId(), livingTree(asked.getId()), list, place.get());
        task.parent = null;
        return ACCEPTED;
    }

    private String delete(UUID id, Optional<Long> expected, Instant now) {
        if (!tasks.containsKey(id)) {
            return RejectionCode.NOT_FOUND.name();
        }
        if (!isLiving(id)) {
            return UNCHANGED;
        }
        if (isOther(expected, task(id).version)) {
            return RejectionCode.VERSION_MISMATCH.name();
        }
        for (UUID each : livingTree(id)) {
            task(each).deletedAt = now;
            task(each).version++;
            list(task(each).list).order.remove(each);
        }
        return ACCEPTED;
    }

    /** Where among the others a task comes back the model does not know; here, at the end. */
    private String restore(UUID id, Optional<Long> expected) {
        if (!tasks.containsKey(id)) {
            return RejectionCode.NOT_FOUND.name();
        }
        TaskThing task = task(id);
        if (isOther(expected, task.version)) {
            return RejectionCode.VERSION_MISMATCH.name();
        }
        if (isLiving(id)) {
            return UNCHANGED;
        }
        List<UUID> back = trashedTree(id);
        UUID parent = task.parent;
        if (parent != null && (!isLiving(parent) || depth(parent) + height(id, back) > MAX_DEPTH)) {
            parent = null;
        }
        UUID list = parent != null ? task(parent).list : list(task.list).deleted ? inbox : task.list;
        for (UUID each : back) {
            task(each).deletedAt = null;
            task(each).list = list;
            list(list).order.add(each);
            task(each).version++;
        }
        task.parent = parent;
        openAbove(id);
        return ACCEPTED;
    }

    /** The refusal of an operation on a task that is not there or has another version; empty where there is none. */
    private Optional<String> onLiving(UUID id, Optional<Long> expected) {
        if (!isLiving(id)) {
            return Optional.of(RejectionCode.NOT_FOUND.name());
        }
        return isOther(expected, task(id).version)
                ? Optional.of(RejectionCode.VERSION_MISMATCH.name())
                : Optional.empty();
    }

    private static boolean isOther(Optional<Long> expected, long version) {
        return expected.isPresent() && expected.get() != version;
    }

    private static Optional<Integer> place(List<UUID> order, Optional<Placement> placement) {
        Optional<UUID> after = placement.flatMap(Placement::getAfter);
        Optional<UUID> before = placement.flatMap(Placement::getBefore);
        if (after.isPresent()) {
            return after.map(order::indexOf).filter(index -> index >= 0).map(index -> index + 1);
        }
        return before.isPresent() ? before.map(order::indexOf).filter(index -> index >= 0) : Optional.of(order.size());
    }

    /** Takes a task and all below it to a place in another list. */
    private void bring(UUID id, List<UUID> tree, UUID toList, int place) {
        List<UUID> from = list(task(id).list).order;
        List<UUID> inOrder = new ArrayList<>(List.of(id));
        from.stream().filter(each -> tree.contains(each) && !each.equals(id)).forEach(inOrder::add);
        from.removeAll(Set.copyOf(tree));
        list(toList).order.addAll(place, inOrder);
        for (UUID each : tree) {
            task(each).list = toList;
            task(each).version++;
        }
    }

    private void openAbove(UUID id) {
        UUID above = task(id).parent;
        while (task(id).status == OPEN && above != null) {
            if (task(above).status != OPEN) {
                task(above).status = OPEN;
                task(above).version++;
            }
            above = task(above).parent;
        }
    }

    private List<UUID> livingTree(UUID id) {
        List<UUID> tree = new ArrayList<>(List.of(id));
        for (int i = 0; i < tree.size(); i++) {
            UUID parent = tree.get(i);
            tasks.forEach((child, task) -> {
                if (parent.equals(task.parent) && isLiving(child)) {
                    tree.add(child);
                }
            });
        }
        return tree;
    }

    private List<UUID> trashedTree(UUID id) {
        Instant deletedAt = task(id).deletedAt;
        List<UUID> tree = new ArrayList<>(List.of(id));
        for (int i = 0; i < tree.size(); i++) {
            UUID parent = tree.get(i);
            boolean room = heightOf(id, parent) < MAX_DEPTH;
            tasks.forEach((child, task) -> {
                boolean wouldBeOpenBelowClosed = task.status == OPEN && task(parent).status != OPEN;
                if (room
                        && parent.equals(task.parent)
                        && Objects.equals(task.deletedAt, deletedAt)
                        && !wouldBeOpenBelowClosed) {
                    tree.add(child);
                }
            });
        }
        return tree;
    }

    private int height(UUID root, List<UUID> tree) {
        return tree.stream().mapToInt(each -> heightOf(root, each)).max().orElseThrow();
    }

    /** Levels from a task down to one below it, both counted. */
    private int heightOf(UUID root, UUID below) {
        return below.equals(root)
                ? 1
                : 1 + heightOf(root, Optional.ofNullable(task(below).parent).orElseThrow());
    }

    private int depth(UUID id) {
        UUID parent = task(id).parent;
        return parent == null ? 1 : 1 + depth(parent);
    }

    private boolean isLiving(UUID id) {
        return tasks.containsKey(id) && task(id).deletedAt == null;
    }

    TaskThing task(UUID id) {
        return Optional.ofNullable(tasks.get(id)).orElseThrow();
    }

    ListThing list(UUID id) {
        return Optional.ofNullable(lists.get(id)).orElseThrow();
    }
}
