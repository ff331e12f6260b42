package dev.almanac.topology.decide.attempt;

import dev.almanac.schemas.command.TreeStep;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What one decision had no room for, below one task; a command of Almanac's own goes on with it.
 *
 * @param deletedAt when the task went to the trash; only where its subtasks come back
 * @param tasks that are still to change, as far as they are there already
 */
public record Rest(TreeStep step, UUID taskId, Optional<Instant> deletedAt, List<UUID> tasks) {}
