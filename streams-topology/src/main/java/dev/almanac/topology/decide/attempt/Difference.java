package dev.almanac.topology.decide.attempt;

import dev.almanac.schemas.model.EntityState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * The fields in which an action changed a thing, and what stands in the way of taking that back.
 *
 * @param <T> the thing's type
 * @param changed by name, as the schema spells them
 */
public record Difference<T>(T before, T after, Map<String, Function<T, Object>> changed) {
    /** @param fields by name, those that count; what the topology sets by itself does not */
    public static <T> Difference<T> between(T before, T after, Map<String, Function<T, Object>> fields) {
        Map<String, Function<T, Object>> changed = new LinkedHashMap<>();
        fields.forEach((name, field) -> {
            if (!Objects.equals(field.apply(before), field.apply(after))) {
                changed.put(name, field);
            }
        });
        return new Difference<>(before, after, changed);
    }

    public boolean has(String field) {
        return changed.containsKey(field);
    }

    /** Whether the thing is as before already. */
    public boolean isUndone(T now) {
        return changed.values().stream().allMatch(field -> Objects.equals(field.apply(now), field.apply(before)));
    }

    /** The fields that were changed again since, if any. */
    public List<String> changedSince(T now) {
        return changed.entrySet().stream()
                .filter(field -> !Objects.equals(
                        field.getValue().apply(now), field.getValue().apply(after)))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Goes on with taking it back, unless it is so already, or may not be. */
    public Ruling undo(T now, EntityState state, Function<Difference<T>, Ruling> then) {
        if (isUndone(now)) {
            return new Ruling.Unchanged(Optional.of(state));
        }
        List<String> since = changedSince(now);
        return since.isEmpty() ? then.apply(this) : conflict(since, state);
    }

    /** The refusal for fields that were changed since. */
    public static Ruling conflict(List<String> fields, EntityState current) {
        return new Ruling.Refused(Rejections.undoConflict(
                "This can't be taken back, since " + String.join(", ", fields) + (fields.size() == 1 ? " has" : " have")
                        + " changed since.",
                fields,
                Optional.of(current)));
    }
}
