package dev.almanac.topology.decide;

import dev.almanac.schemas.command.Command;
import dev.almanac.schemas.store.RememberedResult;
import dev.almanac.topology.state.WorkspaceState;
import java.time.Instant;
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
        throw new UnsupportedOperationException("not decided yet");
    }
}
