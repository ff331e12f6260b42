package dev.almanac.api.query;

import java.util.List;
import java.util.Optional;

/**
 * Some items of a list.
 *
 * @param next the cursor of the page after this one, if there is one
 */
record Page<T>(List<T> items, Optional<String> next) {
    Page {
        items = List.copyOf(items);
    }
}
