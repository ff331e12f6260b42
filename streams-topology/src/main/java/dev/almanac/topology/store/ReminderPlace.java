package dev.almanac.topology.store;

import dev.almanac.topology.state.Place;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;

/** Where a reminder that is set stands among those of its workspace: by its time, to the millisecond, then by ids. */
public record ReminderPlace(Instant due, UUID taskId, UUID reminderId) implements Comparable<ReminderPlace> {
    private static final Comparator<ReminderPlace> IN_ORDER = Comparator.comparing(ReminderPlace::due)
            .thenComparing(ReminderPlace::taskId, Place.BY_ID)
            .thenComparing(ReminderPlace::reminderId, Place.BY_ID);
    private static final String SEPARATOR = "_";
    private static final int PARTS = 3;

    /** For a page to go on from; {@link #read} reads it. */
    public String text() {
        return Long.toString(due.toEpochMilli()) + SEPARATOR + taskId + SEPARATOR + reminderId;
    }

    /** @throws IllegalArgumentException where {@link #text} never wrote this */
    public static ReminderPlace read(String text) {
        String[] parts = text.split(SEPARATOR, -1);
        if (parts.length != PARTS) {
            throw new IllegalArgumentException("No place of a reminder: " + text);
        }
        return new ReminderPlace(
                Instant.ofEpochMilli(Long.parseLong(parts[0])), UUID.fromString(parts[1]), UUID.fromString(parts[2]));
    }

    @Override
    public int compareTo(ReminderPlace other) {
        return IN_ORDER.compare(this, other);
    }
}
