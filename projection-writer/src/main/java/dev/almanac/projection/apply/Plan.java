package dev.almanac.projection.apply;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What a batch of facts does to the read model.
 *
 * @param changes at most one for each thing
 * @param progress of the workspaces for which it changes
 * @param audited of them, the seq of the last event of which the audit log has to tell
 * @param halted those that the batch halts, a part of {@code progress}
 * @param applied when each event happened that the changes come from, also where a later one of the batch replaced it
 * @param passedOver how many facts change nothing: applied earlier, or of a halted workspace
 */
public record Plan(
        List<Change> changes,
        Map<UUID, Progress> progress,
        Map<UUID, Long> audited,
        Map<UUID, Progress.Halted> halted,
        List<Instant> applied,
        int passedOver)
        implements Applied {
    public Plan {
        changes = List.copyOf(changes);
        progress = Map.copyOf(progress);
        audited = Map.copyOf(audited);
        halted = Map.copyOf(halted);
        applied = List.copyOf(applied);
    }
}
