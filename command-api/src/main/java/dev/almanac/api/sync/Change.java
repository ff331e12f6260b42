package dev.almanac.api.sync;

import dev.almanac.schemas.model.EntityKind;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * The state of one thing as one event left it.
 *
 * @param seq of that event, at least 1
 * @param id of the thing; a member's is the user's id
 * @param state the contract's JSON, on one line; empty where the thing is gone
 */
public record Change(long seq, EntityKind kind, UUID id, Optional<String> state) {
    public Change {
        if (seq < 1) {
            throw new IllegalArgumentException("No event has the seq " + seq);
        }
    }

    /** The kind as the contract spells it. */
    public String kindName() {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** Whether this takes the workspace from a user. */
    public boolean removes(UUID userId) {
        return kind == EntityKind.MEMBER && state.isEmpty() && id.equals(userId);
    }

    /** About what it takes of memory, in bytes. */
    public int weight() {
        return 256 + state.map(String::length).orElse(0);
    }
}
