package dev.almanac.api.accept;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** How one kind of JSON value is read. */
@FunctionalInterface
interface Shape<T> {
    /** The value; empty where the JSON does not have this shape, which then has been noted at the place. */
    Optional<T> read(JsonNode json, Place place);

    /** The same shape with a further step, which may refuse too. */
    default <U> Shape<U> then(Step<T, U> step) {
        return (json, place) -> read(json, place).flatMap(value -> step.take(value, place));
    }

    /** A step from one value to another. */
    @FunctionalInterface
    interface Step<T, U> {
        Optional<U> take(T value, Place place);
    }
}
