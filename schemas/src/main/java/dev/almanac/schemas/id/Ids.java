package dev.almanac.schemas.id;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.util.UUID;

/** Ids, by RFC 9562. Those that follow from what they name are the same whoever makes them. */
public final class Ids {
    /** Who acts where nobody does: the nil UUID. */
    public static final UUID SYSTEM = new UUID(0, 0);

    /** RFC 9562, section 6.6: the namespace of URLs. */
    private static final UUID URL_NAMESPACE = UUID.fromString("6ba7b811-9dad-11d1-80b4-00c04fd430c8");

    private Ids() {}

    /** A new id that sorts by its time, to the millisecond. */
    public static UUID v7(Instant now) {
        return UuidCreator.getTimeOrderedEpoch(now);
    }

    /** The time that {@link #v7} put into an id, to the millisecond.
     *
     * @throws IllegalArgumentException where the id is none of version 7
     */
    public static Instant timeOf(UUID id) {
        if (id.version() != 7) {
            throw new IllegalArgumentException(id + " is no UUID of version 7");
        }
        return Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
    }

    /** The id of a name within a namespace. */
    public static UUID v5(UUID namespace, String name) {
        return UuidCreator.getNameBasedSha1(namespace, name);
    }

    /** A user's id, which is also the id of the user's personal workspace. */
    public static UUID user(String issuer, String subject) {
        return v5(v5(URL_NAMESPACE, issuer), subject);
    }

    /** The id of the workspace that a user makes with an idempotency key, so that a retry reaches the same one. */
    public static UUID workspace(UUID userId, String idempotencyKey) {
        return v5(userId, idempotencyKey);
    }

    /** @param index of the event among those of its command, from 0 */
    public static UUID event(UUID commandId, int index) {
        return v5(commandId, Integer.toString(index));
    }

    public static UUID inbox(UUID workspaceId) {
        return v5(workspaceId, "inbox");
    }
}
