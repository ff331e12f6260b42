package dev.almanac.schemas.topic;

import dev.almanac.schemas.model.EntityKind;
import java.util.Locale;
import java.util.UUID;

/** The keys of records, as text; on the wire they are its UTF-8 bytes. Parsers refuse what no writer here writes. */
public final class RecordKeys {
    static final char SEPARATOR = '/';

    /**
     * The key of a record in {@code task-updates}.
     *
     * @param kind never {@link EntityKind#UNKNOWN}
     * @param id of the thing in the workspace; a member's is the user's id
     */
    public record EntityKey(UUID workspaceId, EntityKind kind, UUID id) {
        public EntityKey {
            if (kind == EntityKind.UNKNOWN) {
                throw new IllegalArgumentException("A thing of unknown kind has no key");
            }
        }
    }

    /**
     * The key of a record in {@code task-command-results}.
     *
     * @param partition the one in which the record stands
     */
    public record ReplyKey(int partition, UUID commandId) {
        public ReplyKey {
            if (partition < 0) {
                throw new IllegalArgumentException("No partition is numbered " + partition);
            }
        }
    }

    private RecordKeys() {}

    /** {@code <workspace id>}. */
    public static String workspace(UUID workspaceId) {
        return workspaceId.toString();
    }

    /** {@code <workspace id>/<kind>/<id>}. */
    public static String update(UUID workspaceId, EntityKind kind, UUID id) {
        EntityKey key = new EntityKey(workspaceId, kind, id);
        return key.workspaceId().toString()
                + SEPARATOR
                + key.kind().name().toLowerCase(Locale.ROOT)
                + SEPARATOR
                + key.id();
    }

    /** {@code <partition>/<command id>}. */
    public static String reply(int partition, UUID commandId) {
        ReplyKey key = new ReplyKey(partition, commandId);
        return Integer.toString(key.partition()) + SEPARATOR + key.commandId();
    }

    /** @throws IllegalArgumentException where {@link #workspace} never wrote this */
    public static UUID parseWorkspace(String key) {
        UUID id = UUID.fromString(key);
        return written(key, workspace(id), id);
    }

    /** @throws IllegalArgumentException where {@link #update} never wrote this */
    public static EntityKey parseUpdate(String key) {
        int first = separator(key, 0);
        int second = separator(key, first + 1);
        EntityKey parsed = new EntityKey(
                UUID.fromString(key.substring(0, first)),
                EntityKind.valueOf(key.substring(first + 1, second).toUpperCase(Locale.ROOT)),
                UUID.fromString(key.substring(second + 1)));
        return written(key, update(parsed.workspaceId(), parsed.kind(), parsed.id()), parsed);
    }

    /** @throws IllegalArgumentException where {@link #reply} never wrote this */
    public static ReplyKey parseReply(String key) {
        int separator = separator(key, 0);
        ReplyKey parsed =
                new ReplyKey(Integer.parseInt(key, 0, separator, 10), UUID.fromString(key.substring(separator + 1)));
        return written(key, reply(parsed.partition(), parsed.commandId()), parsed);
    }

    private static int separator(String key, int from) {
        int at = key.indexOf(SEPARATOR, from);
        if (at < 0) {
            throw new IllegalArgumentException("Not a key with all of its parts: " + key);
        }
        return at;
    }

    private static <T> T written(String key, String expected, T parsed) {
        if (!key.equals(expected)) {
            throw new IllegalArgumentException("Not a key as it is written, " + expected + ": " + key);
        }
        return parsed;
    }
}
