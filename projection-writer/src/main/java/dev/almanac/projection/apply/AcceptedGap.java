package dev.almanac.projection.apply;

import java.util.UUID;

/**
 * A hole in a workspace's events that an operator has accepted as lost.
 *
 * @param seq of the first event after the hole
 */
public record AcceptedGap(UUID workspaceId, long seq) {
    public AcceptedGap {
        if (seq < 2) {
            throw new IllegalArgumentException("Before event " + seq + " no event is missing");
        }
    }
}
