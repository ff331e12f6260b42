package dev.almanac.api.sync;

import java.util.UUID;

/**
 * How far a workspace is projected.
 *
 * @param seq every event up to this one is in the rows
 * @param halted whether it stays there until an operator acts
 */
public record Standing(UUID workspaceId, long seq, boolean halted) {}
