package dev.almanac.api.accept;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads one JSON object field by field and refuses, at the end, every field that nobody asked for. */
final class Fields {
    /** A JSON object, whatever its fields. */
    static final Shape<Fields> OBJECT = (json, place) -> json instanceof ObjectNode object
            ? Optional.of(new Fields(object, place))
            : place.refuse("expected a JSON object");

    private final ObjectNode object;
    private final Place place;
    private final Set<String> known = new LinkedHashSet<>();

    private Fields(ObjectNode object, Place place) {
        this.object = object;
        this.place = place;
    }

    Place place() {
        return place;
    }

    /** Whether the field is there with a value, be it a good one or not. */
    boolean has(String field) {
        return object.hasNonNull(field);
    }

    /** A field that must be there. */
    <T> Optional<T> required(String field, Shape<T> shape) {
        known.add(field);
        var json = object.get(field);
        return json == null ? place.at(field).refuse("is required") : shape.read(json, place.at(field));
    }

    /** A field that may be absent or null, which are the same here. */
    <T> Optional<T> optional(String field, Shape<T> shape) {
        return switch (change(field, shape)) {
            case Change.Set<T>(var value) -> Optional.of(value);
            case Change.Keep<T> _, Change.Clear<T> _ -> Optional.empty();
        };
    }

    /** A field of a merge patch. */
    <T> Change<T> change(String field, Shape<T> shape) {
        known.add(field);
        JsonNode json = object.get(field);
        if (json == null) {
            return new Change.Keep<>();
        }
        if (json.isNull()) {
            return new Change.Clear<>();
        }
        return shape.read(json, place.at(field)).<Change<T>>map(Change.Set::new).orElseGet(Change.Keep::new);
    }

    /** A field of a merge patch that can't be without a value. */
    <T> Optional<T> changeToValue(String field, Shape<T> shape) {
        return switch (change(field, shape)) {
            case Change.Set<T>(var value) -> Optional.of(value);
            case Change.Keep<T> _ -> Optional.empty();
            case Change.Clear<T> _ -> place.at(field).refuse("can't be removed");
        };
    }

    /** To be called when every field has been asked for. */
    void refuseOthers() {
        for (var field : object.propertyNames()) {
            if (!known.contains(field)) {
                place.at(field).refuse("is not a field here; expected: " + String.join(", ", known));
            }
        }
    }
}
