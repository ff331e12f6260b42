package dev.almanac.api.dispatch;

import dev.almanac.schemas.command.Idempotency;
import dev.almanac.schemas.command.Operation;
import dev.almanac.schemas.command.Origin;
import dev.almanac.schemas.model.Actor;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * All of a command that its sender knows.
 *
 * @param operations 1 to 100
 * @param atomic whether all of them apply or none
 */
public record Draft(
        UUID workspaceId,
        Actor actor,
        Origin origin,
        Optional<Idempotency> idempotency,
        boolean atomic,
        List<Operation> operations) {
    public Draft {
        operations = List.copyOf(operations);
    }
}
