package dev.almanac.topology.decide;

import dev.almanac.schemas.command.Command;
import dev.almanac.schemas.command.Operation;
import dev.almanac.schemas.command.Origin;
import dev.almanac.schemas.command.TrashListTasks;
import dev.almanac.schemas.id.Ids;
import dev.almanac.schemas.model.Actor;
import dev.almanac.schemas.model.ActorKind;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Commands that go on with what one decision can't hold. Their ids derive from the command's, so deciding is repeatable. */
final class FollowUps {
    private static final Actor ALMANAC = new Actor(Ids.SYSTEM, ActorKind.SYSTEM, null);

    private FollowUps() {}

    static Command trashListTasks(Command command, UUID listId, Instant now) {
        Operation operation = Operation.newBuilder()
                .setTrashListTasks(new TrashListTasks(listId))
                .build();
        return new Command(
                Ids.v5(command.getCommandId(), "trash-list-tasks/" + listId),
                command.getWorkspaceId(),
                ALMANAC,
                now,
                new Origin(null, null),
                null,
                null,
                command.getCommandId(),
                true,
                List.of(operation));
    }
}
