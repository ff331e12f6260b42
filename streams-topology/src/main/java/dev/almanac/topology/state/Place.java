package dev.almanac.topology.state;

import dev.almanac.schemas.model.Task;
import dev.almanac.schemas.model.TaskList;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;

/**
 * Where a thing stands among its like: by position, compared as ASCII, then by id, compared byte by byte and unsigned
 * (which {@link UUID#compareTo} does not do, but Postgres and a key-value store do).
 *
 * @param position ASCII
 */
public record Place(String position, UUID id) implements Comparable<Place> {
    /** Ids by their bytes, unsigned. */
    public static final Comparator<UUID> BY_ID = (a, b) -> {
        int high = Long.compareUnsigned(a.getMostSignificantBits(), b.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(a.getLeastSignificantBits(), b.getLeastSignificantBits());
    };

    /** A task's place in its list; empty where the task is in the trash. */
    public static Optional<Place> of(Task task) {
        return task.getDeletedAt().isPresent()
                ? Optional.empty()
                : Optional.of(new Place(task.getPosition(), task.getId()));
    }

    /** A list's place among the workspace's lists; empty where the list is deleted. */
    public static Optional<Place> of(TaskList list) {
        return list.getDeletedAt().isPresent()
                ? Optional.empty()
                : Optional.of(new Place(list.getPosition(), list.getId()));
    }

    @Override
    public int compareTo(Place other) {
        int byPosition = position.compareTo(other.position);
        return byPosition != 0 ? byPosition : BY_ID.compare(id, other.id);
    }
}
