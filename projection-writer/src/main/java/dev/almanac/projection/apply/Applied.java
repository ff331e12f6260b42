package dev.almanac.projection.apply;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What has come of a batch. */
public interface Applied {
    /** When each of the things happened that were applied. */
    List<Instant> applied();

    /** How many records change nothing. */
    int passedOver();

    /** The workspaces that the batch halts. */
    Map<UUID, Progress.Halted> halted();
}
