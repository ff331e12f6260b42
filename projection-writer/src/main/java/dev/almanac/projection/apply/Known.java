package dev.almanac.projection.apply;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What the read model says of the workspaces of a batch.
 *
 * @param progress of those that it knows
 * @param acceptedGaps of all of them
 */
public record Known(Map<UUID, Progress> progress, Set<AcceptedGap> acceptedGaps) {
    private static final Progress UNSEEN = new Progress.Following(0);

    public Known {
        progress = Map.copyOf(progress);
        acceptedGaps = Set.copyOf(acceptedGaps);
    }

    Progress progressOf(UUID workspaceId) {
        return progress.getOrDefault(workspaceId, UNSEEN);
    }

    boolean isAccepted(UUID workspaceId, long seq) {
        return acceptedGaps.contains(new AcceptedGap(workspaceId, seq));
    }
}
