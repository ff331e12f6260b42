package dev.almanac.api.filter.match;

import java.util.Optional;
import java.util.UUID;

/** Knows what the lists of a workspace are called. */
@FunctionalInterface
public interface ListNames {
    /** The name of a list; empty where there is no such list. */
    Optional<String> of(UUID listId);
}
