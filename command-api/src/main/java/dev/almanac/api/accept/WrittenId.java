package dev.almanac.api.accept;

import dev.almanac.schemas.id.Ids;
import java.util.Optional;
import java.util.UUID;

/** An id as clients write it: a UUID in its 36 characters, and not the nil UUID, which is Almanac's own. */
final class WrittenId {
    private static final int LENGTH = 36;

    private WrittenId() {}

    /** The id; empty where the text is none. */
    static Optional<UUID> read(String text) {
        if (text.length() == LENGTH) {
            try {
                var id = UUID.fromString(text);
                // fromString also takes a plus sign and groups of other lengths.
                if (id.toString().equalsIgnoreCase(text) && !id.equals(Ids.SYSTEM)) {
                    return Optional.of(id);
                }
            } catch (IllegalArgumentException _) {
                // None, as everything else that is no UUID.
            }
        }
        return Optional.empty();
    }
}
