package dev.almanac.api.sync;

import dev.almanac.schemas.json.AvroJsonReader;
import dev.almanac.schemas.model.EntityKind;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import tools.jackson.databind.json.JsonMapper;

/**
 * The state of one thing as one event left it.
 *
 * @param seq of that event, at least 1
 * @param id of the thing; a member's is the user's id
 * @param state the contract's JSON, on one line; empty where the thing is gone
 * @param owner whom alone the state is for; empty where it is for every member
 */
public record Change(long seq, EntityKind kind, UUID id, Optional<String> state, Optional<UUID> owner) {
    private static final JsonMapper JSON = JsonMapper.shared();

    public Change {
        if (seq < 1) {
            throw new IllegalArgumentException("No event has the seq " + seq);
        }
    }

    /** As a member is to see it: what is another's is not there. */
    public Change seenBy(UUID userId) {
        return owner.isEmpty() || owner.get().equals(userId)
                ? this
                : new Change(seq, kind, id, Optional.empty(), Optional.empty());
    }

    /** The state as a record of its kind. */
    public <T extends SpecificRecord> Optional<T> stateAs(Class<T> type) {
        return state.map(json -> AvroJsonReader.read(type, JSON.readTree(json)));
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
