package dev.almanac.local.demo;

import tools.jackson.databind.JsonNode;

/** What became of a write. */
sealed interface Written {
    /**
     * It was done.
     *
     * @param body the answer's
     * @param seq with which reads tell of it
     */
    record Made(JsonNode body, long seq) implements Written {}

    /** It was there already, or the user has since removed what it belongs to; both are fine. */
    record Left() implements Written {}
}
