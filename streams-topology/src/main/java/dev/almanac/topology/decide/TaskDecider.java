package dev.almanac.topology.decide;

import dev.almanac.schemas.command.Command;
import dev.almanac.schemas.store.RememberedResult;
import dev.almanac.topology.decide.attempt.Rejections;
import dev.almanac.topology.decide.bounds.Limits;
import dev.almanac.topology.state.WorkspaceState;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Decides every command. Repeatable: the same command on the same state at the same time gives the same decision.
 *
 * <p>Safe for use by several threads.
 */
public final class TaskDecider {
    /**
     * @param state of the workspace that the command names
     * @param remembered what was kept under the command's idempotency key, actor and workspace; empty where nothing was,
     *     or where the command has no key
     * @param now the time of the decision, used to the millisecond
     */
    public Decision decide(WorkspaceState state, Command command, Optional<RememberedResult> remembered, Instant now) {
        if (!state.workspaceId().equals(command.getWorkspaceId())) {
            throw new IllegalArgumentException(
                    "A command for " + command.getWorkspaceId() + " on the state of " + state.workspaceId());
        }
        if (remembered.isPresent() && Memory.isOfSameRequest(command, remembered.get())) {
            return new Decision.Duplicate(Memory.replay(state, command, remembered.get()));
        }
        Deliberation deliberation = new Deliberation(state, command, now.truncatedTo(ChronoUnit.MILLIS));
        if (remembered.isPresent()) {
            return deliberation.refuse(Rejections.idempotencyMismatch());
        }
        return command.getOperations().size() <= Limits.OPERATIONS
                ? deliberation.decide()
                : deliberation.refuse(Rejections.limitExceeded(
                        "One request has at most " + Limits.OPERATIONS + " operations; send smaller ones."));
    }
}
