package dev.almanac.projection.apply;

import dev.almanac.schemas.model.EntityKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Plans what a batch does to the read model. Each workspace is followed event by event: one that was applied before is
 * passed over; where one is missing the workspace is halted there, and the others go on.
 *
 * <p>How events are cut into batches makes no difference to the rows that result.
 */
public final class Planner {
    private record Thing(UUID workspaceId, EntityKind kind, UUID id) {}

    private final Known known;
    private final Map<Thing, Change> changes = new LinkedHashMap<>();
    private final Map<UUID, Progress> progress = new HashMap<>();
    private final Map<UUID, Long> audited = new HashMap<>();
    private final Map<UUID, Progress.Halted> halted = new HashMap<>();
    private final List<Instant> applied = new ArrayList<>();
    private int passedOver;

    private Planner(Known known) {
        this.known = known;
    }

    /** @param facts of each workspace in the order of the log */
    public static Plan plan(List<Fact> facts, Known known) {
        Planner planner = new Planner(known);
        facts.forEach(planner::follow);
        return new Plan(
                List.copyOf(planner.changes.values()),
                planner.progress,
                planner.audited,
                planner.halted,
                planner.applied,
                planner.passedOver);
    }

    private void follow(Fact fact) {
        UUID workspaceId = fact.change().workspaceId();
        long seq = fact.change().seq();
        switch (progressOf(workspaceId)) {
            case Progress.Halted stopped -> passedOver++;
            case Progress.Following(long last) when seq <= last -> passedOver++;
            case Progress.Following(long last)
            when seq == last + 1 || known.isAccepted(workspaceId, seq) -> apply(fact);
            case Progress.Following(long last) ->
                halt(workspaceId, last, "Event " + (last + 1) + " is missing: " + fact.place() + " is event " + seq);
        }
    }

    private void apply(Fact fact) {
        Change change = fact.change();
        if (!(change instanceof Change.Nothing)) {
            changes.put(new Thing(change.workspaceId(), change.kind(), change.id()), change);
        }
        progress.put(change.workspaceId(), new Progress.Following(change.seq()));
        if (fact.audited()) {
            audited.put(change.workspaceId(), change.seq());
        }
        applied.add(fact.occurredAt());
    }

    private void halt(UUID workspaceId, long seq, String reason) {
        Progress.Halted stopped = new Progress.Halted(seq, reason);
        progress.put(workspaceId, stopped);
        halted.put(workspaceId, stopped);
        passedOver++;
    }

    private Progress progressOf(UUID workspaceId) {
        Progress planned = progress.get(workspaceId);
        return planned == null ? known.progressOf(workspaceId) : planned;
    }
}
