package dev.almanac.topology.store;

import dev.almanac.schemas.model.Reminder;
import dev.almanac.schemas.model.ReminderStatus;
import dev.almanac.schemas.model.Task;
import dev.almanac.topology.state.ReminderStatuses;
import dev.almanac.topology.state.Timer;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A reminder that is set.
 *
 * @param status null where this is only a place among others
 */
public record PendingReminder(
        Instant due, UUID taskId, UUID reminderId, @Nullable ReminderStatus status)
        implements Comparable<PendingReminder> {
    private static final Comparator<PendingReminder> BY_TIME = Comparator.comparing(PendingReminder::due)
            .thenComparing(PendingReminder::taskId)
            .thenComparing(PendingReminder::reminderId);
    private static final String SEPARATOR = "_";
    private static final int PARTS = 3;

    static Optional<PendingReminder> of(Task task, Reminder reminder) {
        return Timer.setFor(reminder)
                .map(due -> new PendingReminder(
                        due, task.getId(), reminder.getId(), ReminderStatuses.of(task, reminder, task.getSeq())));
    }

    /** The place of one, for a page to go on from; {@link #at} reads it. */
    public String place() {
        return Long.toString(due.toEpochMilli()) + SEPARATOR + taskId + SEPARATOR + reminderId;
    }

    /** @throws IllegalArgumentException where {@link #place} never wrote this */
    public static PendingReminder at(String place) {
        String[] parts = place.split(SEPARATOR, -1);
        if (parts.length != PARTS) {
            throw new IllegalArgumentException("No place of a reminder: " + place);
        }
        return new PendingReminder(
                Instant.ofEpochMilli(Long.parseLong(parts[0])),
                UUID.fromString(parts[1]),
                UUID.fromString(parts[2]),
                null);
    }

    @Override
    public int compareTo(PendingReminder other) {
        return BY_TIME.compare(this, other);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PendingReminder it && compareTo(it) == 0;
    }

    @Override
    public int hashCode() {
        return due.hashCode() + 31 * reminderId.hashCode();
    }
}
