package dev.almanac.topology.store;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.almanac.topology.state.Place;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.common.utils.Bytes;

/**
 * The keys of the store {@link #STORE}: the workspace (16 bytes), what the entry is (1), then what names it. So a workspace
 * is a prefix, each kind of thing in it is one, and within that entries are in the order of the bytes that follow.
 *
 * <p>Things and their indexes share one store, since each further store is a further changelog partition in the
 * transaction of every command.
 */
public final class StoreKeys {
    /** The store of all that the workspaces hold. */
    public static final String STORE = "workspaces";

    private static final int ID_BYTES = 2 * Long.BYTES;

    private static final byte SEQ = 1;
    private static final byte WORKSPACE = 2;
    private static final byte MEMBER = 3;
    private static final byte LIST = 4;
    private static final byte TASK = 5;
    private static final byte COMMENT = 6;
    private static final byte FILTER = 7;
    private static final byte LIST_ORDER = 17;
    private static final byte TASK_ORDER = 18;
    private static final byte SUBTASK = 19;
    private static final byte REMINDER = 20;
    private static final byte FILTER_OF_OWNER = 21;

    /** Of a subtask that is not in the trash. No task is deleted at the epoch. */
    private static final long NOT_TRASHED = 0;

    private StoreKeys() {}

    static Bytes seq(UUID workspace) {
        return head(workspace, SEQ, 0).bytes();
    }

    static Bytes workspace(UUID workspace) {
        return head(workspace, WORKSPACE, 0).bytes();
    }

    static Bytes member(UUID workspace, UUID user) {
        return head(workspace, MEMBER, ID_BYTES).id(user).bytes();
    }

    static Bytes members(UUID workspace) {
        return head(workspace, MEMBER, 0).bytes();
    }

    static Bytes list(UUID workspace, UUID list) {
        return head(workspace, LIST, ID_BYTES).id(list).bytes();
    }

    static Bytes task(UUID workspace, UUID task) {
        return head(workspace, TASK, ID_BYTES).id(task).bytes();
    }

    static Bytes tasks(UUID workspace) {
        return head(workspace, TASK, 0).bytes();
    }

    static Bytes comment(UUID workspace, UUID comment) {
        return head(workspace, COMMENT, ID_BYTES).id(comment).bytes();
    }

    static Bytes filter(UUID workspace, UUID filter) {
        return head(workspace, FILTER, ID_BYTES).id(filter).bytes();
    }

    static Bytes filterOf(UUID workspace, UUID owner, UUID filter) {
        return head(workspace, FILTER_OF_OWNER, 2 * ID_BYTES)
                .id(owner)
                .id(filter)
                .bytes();
    }

    /** Prefix of a user's filters. */
    static Bytes filtersOf(UUID workspace, UUID owner) {
        return head(workspace, FILTER_OF_OWNER, ID_BYTES).id(owner).bytes();
    }

    /** Prefix of the workspace's lists in their order. */
    static Bytes listOrder(UUID workspace) {
        return head(workspace, LIST_ORDER, 0).bytes();
    }

    /** Prefix of a list's tasks in their order. */
    static Bytes taskOrder(UUID workspace, UUID list) {
        return head(workspace, TASK_ORDER, ID_BYTES).id(list).bytes();
    }

    /** A place in an order, {@link Place#compareTo compared} as the bytes are. */
    static Bytes place(Bytes order, Place place) {
        byte[] position = place.position().getBytes(US_ASCII);
        ByteBuffer key = ByteBuffer.allocate(order.get().length + position.length + 1 + ID_BYTES)
                .put(order.get())
                .put(position)
                // Less than any character, so that a position sorts before those that begin with it.
                .put((byte) 0);
        return new Key(key).id(place.id()).bytes();
    }

    static Place placeOf(Bytes order, Bytes key) {
        int from = order.get().length;
        int end = key.get().length - ID_BYTES;
        return new Place(new String(key.get(), from, end - 1 - from, US_ASCII), lastId(key));
    }

    /** Prefix of a task's direct subtasks that are not in the trash. */
    static Bytes subtasks(UUID workspace, UUID parent) {
        return subtasks(workspace, parent, NOT_TRASHED, 0).bytes();
    }

    /** Prefix of a task's direct subtasks that went into the trash at one time. */
    static Bytes subtasksTrashedAt(UUID workspace, UUID parent, Instant deletedAt) {
        return subtasks(workspace, parent, deletedAt.toEpochMilli(), 0).bytes();
    }

    static Bytes subtask(UUID workspace, UUID parent, Instant deletedAt, UUID child) {
        return subtasks(workspace, parent, deletedAt.toEpochMilli(), ID_BYTES)
                .id(child)
                .bytes();
    }

    static Bytes subtask(UUID workspace, UUID parent, UUID child) {
        return subtasks(workspace, parent, NOT_TRASHED, ID_BYTES).id(child).bytes();
    }

    /** Prefix of the workspace's reminders that are set, by their time. */
    static Bytes reminders(UUID workspace) {
        return head(workspace, REMINDER, 0).bytes();
    }

    /** A reminder that is set, {@link ReminderPlace#compareTo compared} as the bytes are. */
    static Bytes reminder(UUID workspace, ReminderPlace place) {
        Key key = head(workspace, REMINDER, Long.BYTES + 2 * ID_BYTES);
        // The sign is turned, so that what is before the epoch comes first.
        key.buffer.putLong(place.due().toEpochMilli() ^ Long.MIN_VALUE);
        return key.id(place.taskId()).id(place.reminderId()).bytes();
    }

    static ReminderPlace reminderOf(Bytes key) {
        ByteBuffer bytes = ByteBuffer.wrap(key.get());
        int at = ID_BYTES + 1;
        return new ReminderPlace(
                Instant.ofEpochMilli(bytes.getLong(at) ^ Long.MIN_VALUE), id(bytes, at + Long.BYTES), lastId(key));
    }

    /** The id at the end of a key. */
    static UUID lastId(Bytes key) {
        return id(ByteBuffer.wrap(key.get()), key.get().length - ID_BYTES);
    }

    private static UUID id(ByteBuffer bytes, int at) {
        return new UUID(bytes.getLong(at), bytes.getLong(at + Long.BYTES));
    }

    private static Key subtasks(UUID workspace, UUID parent, long deletedAt, int further) {
        Key key = head(workspace, SUBTASK, ID_BYTES + Long.BYTES + further).id(parent);
        key.buffer.putLong(deletedAt);
        return key;
    }

    private static Key head(UUID workspace, byte kind, int further) {
        Key key = new Key(ByteBuffer.allocate(ID_BYTES + 1 + further)).id(workspace);
        key.buffer.put(kind);
        return key;
    }

    private record Key(ByteBuffer buffer) {
        Key id(UUID id) {
            buffer.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
            return this;
        }

        Bytes bytes() {
            return Bytes.wrap(buffer.array());
        }
    }
}
