package dev.almanac.topology.decide;

import dev.almanac.schemas.command.Command;
import dev.almanac.schemas.command.Operation;
import dev.almanac.schemas.command.Origin;
import dev.almanac.schemas.id.Ids;
import dev.almanac.schemas.model.Actor;
import dev.almanac.schemas.model.ActorKind;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Commands of Almanac itself: nobody waits for their answer, and they come from nowhere. */
final class OwnCommands {
    private static final Actor ALMANAC = new Actor(Ids.SYSTEM, ActorKind.SYSTEM, null);
    private static final Origin NOWHERE = new Origin(null, null);

    private OwnCommands() {}

    /** @param causationId the command that led to it; null where none did */
    static Command of(UUID id, UUID workspaceId, Instant issuedAt, @Nullable UUID causationId, Operation operation) {
        return new Command(
                id, workspaceId, ALMANAC, issuedAt, NOWHERE, null, null, causationId, true, List.of(operation));
    }
}
