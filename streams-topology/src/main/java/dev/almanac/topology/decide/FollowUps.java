package dev.almanac.topology.decide;

import dev.almanac.schemas.command.Command;
import dev.almanac.schemas.command.ContinueTree;
import dev.almanac.schemas.command.Operation;
import dev.almanac.schemas.command.TrashListTasks;
import dev.almanac.schemas.id.Ids;
import dev.almanac.topology.decide.attempt.Rest;
import java.time.Instant;
import java.util.UUID;

/** Commands that go on with what one decision can't hold. Their ids derive from the command's, so deciding is repeatable. */
final class FollowUps {
    private FollowUps() {}

    static Command trashListTasks(Command command, UUID listId, Instant now) {
        Operation operation = Operation.newBuilder()
                .setTrashListTasks(new TrashListTasks(listId))
                .build();
        return OwnCommands.of(
                Ids.v5(command.getCommandId(), "trash-list-tasks/" + listId),
                command.getWorkspaceId(),
                now,
                command.getCommandId(),
                operation);
    }

    static Command continueTree(Command command, Rest rest, Instant now) {
        Operation operation = Operation.newBuilder()
                .setContinueTree(new ContinueTree(
                        rest.taskId(), rest.step(), rest.deletedAt().orElse(null)))
                .build();
        return OwnCommands.of(
                Ids.v5(command.getCommandId(), "continue-tree/" + rest.step() + "/" + rest.taskId()),
                command.getWorkspaceId(),
                now,
                command.getCommandId(),
                operation);
    }
}
