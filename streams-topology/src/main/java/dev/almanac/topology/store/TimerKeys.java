package dev.almanac.topology.store;

import dev.almanac.topology.state.Timer;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.common.utils.Bytes;

/**
 * The keys of the store {@link TimerQueue#STORE}: the instant (8 bytes, in milliseconds, so that keys are in its order), the
 * workspace (16), the task (16), what the timer is for (1), and the reminder (16) where it is for one.
 */
final class TimerKeys {
    private static final int ID_BYTES = 2 * Long.BYTES;
    private static final int HEAD_BYTES = Long.BYTES + ID_BYTES;
    private static final int KIND_AT = HEAD_BYTES + ID_BYTES;
    private static final byte OVERDUE = 1;
    private static final byte REMINDER = 2;
    private static final byte OCCURRENCE = 3;

    private TimerKeys() {}

    static Bytes of(UUID workspace, Timer timer) {
        return switch (timer) {
            case Timer.OfReminder(var due, var task, var reminder) ->
                Bytes.wrap(start(due, workspace, task, REMINDER, ID_BYTES)
                        .putLong(reminder.getMostSignificantBits())
                        .putLong(reminder.getLeastSignificantBits())
                        .array());
            case Timer.OfOverdue(var due, var task) ->
                Bytes.wrap(start(due, workspace, task, OVERDUE, 0).array());
            case Timer.OfOccurrence(var due, var task) ->
                Bytes.wrap(start(due, workspace, task, OCCURRENCE, 0).array());
        };
    }

    static DueTimer read(Bytes key) {
        ByteBuffer bytes = ByteBuffer.wrap(key.get());
        Instant due = Instant.ofEpochMilli(dueOf(key));
        UUID workspace = id(bytes, Long.BYTES);
        UUID task = id(bytes, HEAD_BYTES);
        byte kind = bytes.get(KIND_AT);
        Timer timer = switch (kind) {
            case REMINDER -> new Timer.OfReminder(due, task, id(bytes, KIND_AT + 1));
            case OVERDUE -> new Timer.OfOverdue(due, task);
            case OCCURRENCE -> new Timer.OfOccurrence(due, task);
            default -> throw new IllegalStateException("No timer is of kind " + kind);
        };
        return new DueTimer(workspace, timer, key);
    }

    /** In epoch milliseconds. */
    static long dueOf(Bytes key) {
        return ByteBuffer.wrap(key.get()).getLong() ^ Long.MIN_VALUE;
    }

    /** The first key that a timer for this time can have. @param due in epoch milliseconds */
    static Bytes from(long due) {
        return Bytes.wrap(
                ByteBuffer.allocate(Long.BYTES).putLong(due ^ Long.MIN_VALUE).array());
    }

    /** Past all keys of the workspace for the same time. */
    static Bytes afterWorkspace(Bytes key) {
        byte[] head = new byte[HEAD_BYTES];
        System.arraycopy(key.get(), 0, head, 0, HEAD_BYTES);
        return Bytes.increment(Bytes.wrap(head));
    }

    private static ByteBuffer start(Instant due, UUID workspace, UUID task, byte kind, int further) {
        return ByteBuffer.allocate(KIND_AT + 1 + further)
                // The sign is turned, so that what is before the epoch comes first.
                .putLong(due.toEpochMilli() ^ Long.MIN_VALUE)
                .putLong(workspace.getMostSignificantBits())
                .putLong(workspace.getLeastSignificantBits())
                .putLong(task.getMostSignificantBits())
                .putLong(task.getLeastSignificantBits())
                .put(kind);
    }

    private static UUID id(ByteBuffer bytes, int at) {
        return new UUID(bytes.getLong(at), bytes.getLong(at + Long.BYTES));
    }
}
