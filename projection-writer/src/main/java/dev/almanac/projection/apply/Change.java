package dev.almanac.projection.apply;

import dev.almanac.schemas.model.EntityKind;
import java.util.UUID;

/** What one event does to the read model: it replaces or removes one thing, or none. */
public sealed interface Change {
    UUID workspaceId();

    EntityKind kind();

    /** Of the thing in its workspace; a member's is the user's id. */
    UUID id();

    /** Of the event. */
    long seq();

    /** The thing is now as this row tells. */
    record Put(Row row) implements Change {
        @Override
        public UUID workspaceId() {
            return row.workspaceId();
        }

        @Override
        public EntityKind kind() {
            return row.kind();
        }

        @Override
        public UUID id() {
            return row.id();
        }

        @Override
        public long seq() {
            return row.seq();
        }
    }

    /** Nothing that the read model shows has changed; but the event is counted. */
    record Nothing(UUID workspaceId, EntityKind kind, UUID id, long seq) implements Change {}

    /** The thing is gone. */
    record Remove(UUID workspaceId, EntityKind kind, UUID id, long seq) implements Change {
        public Remove {
            if (kind == EntityKind.UNKNOWN) {
                throw new IllegalArgumentException("A thing of unknown kind can't be removed");
            }
        }
    }
}
