package dev.almanac.topology.state;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Things of one kind: as stored, each read once, and over them as changed since. */
final class Overlay<T> {
    private final Function<UUID, Optional<T>> store;
    private final Map<UUID, Optional<T>> stored = new HashMap<>();
    private final Map<UUID, Optional<T>> changed = new LinkedHashMap<>();

    Overlay(Function<UUID, Optional<T>> store) {
        this.store = store;
    }

    Optional<T> get(UUID id) {
        Optional<T> change = changed.get(id);
        return change != null ? change : stored(id);
    }

    private Optional<T> stored(UUID id) {
        return stored.computeIfAbsent(id, store);
    }

    void put(UUID id, T thing) {
        changed.put(id, Optional.of(thing));
    }

    void remove(UUID id) {
        changed.put(id, Optional.empty());
    }

    boolean isChanged(UUID id) {
        return changed.containsKey(id);
    }

    /** How many things are changed. */
    int size() {
        return changed.size();
    }

    /** The changed things that are there. */
    List<T> present() {
        return changed.values().stream().flatMap(Optional::stream).toList();
    }

    /** @param toChange makes a change of what is stored, if anything, and what is there instead, if anything */
    void addTo(List<StateChange> changes, BiFunction<Optional<T>, Optional<T>, Optional<StateChange>> toChange) {
        changed.forEach((id, after) -> toChange.apply(stored(id), after).ifPresent(changes::add));
    }
}
