package dev.almanac.projection.apply;

import dev.almanac.schemas.model.EntityKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The read model as a map: what a plan does to it, without SQL. */
final class RowsInMemory {
    private record Key(UUID workspaceId, EntityKind kind, UUID id) {}

    private final Map<Key, Change> things = new HashMap<>();
    private final Map<UUID, Progress> progress = new HashMap<>();

    void apply(List<Fact> batch) {
        Plan plan = Planner.plan(batch, known(batch));
        plan.changes().forEach(change -> things.put(new Key(change.workspaceId(), change.kind(), change.id()), change));
        progress.putAll(plan.progress());
    }

    Map<UUID, Progress> progress() {
        return progress;
    }

    /** Only what concerns the batch, as the database gives it. */
    private Known known(List<Fact> batch) {
        Set<UUID> workspaces =
                batch.stream().map(fact -> fact.change().workspaceId()).collect(Collectors.toSet());
        return new Known(
                progress.entrySet().stream()
                        .filter(entry -> workspaces.contains(entry.getKey()))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
                Set.of());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RowsInMemory rows && things.equals(rows.things) && progress.equals(rows.progress);
    }

    @Override
    public int hashCode() {
        return things.hashCode();
    }

    @Override
    public String toString() {
        return things.values() + " " + progress;
    }
}
