package dev.almanac.api.accept;

import dev.almanac.schemas.command.CreateTask;
import dev.almanac.schemas.command.EditScope;
import dev.almanac.schemas.command.EditTask;
import dev.almanac.schemas.command.MoveTask;
import dev.almanac.schemas.command.TaskPatch;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** The bodies of requests about tasks. All throw a problem of type {@code validation} where a value is not as agreed. */
public final class TaskRequests {
    private TaskRequests() {}

    /** @param ids gives the ids of the new task and its reminders where the body brings none */
    public static CreateTask create(JsonBody body, Supplier<UUID> ids) {
        return Bodies.read(body, (fields, place) -> create(fields, ids));
    }

    /**
     * @param scope which occurrences it is about, where the task repeats
     * @param ids gives the ids of new reminders where the body brings none
     */
    public static EditTask patch(UUID id, JsonBody body, EditScope scope, Supplier<UUID> ids) {
        return Bodies.read(body, (fields, place) -> patch(id, fields, scope, ids));
    }

    public static MoveTask move(UUID id, JsonBody body) {
        return Bodies.read(body, (fields, place) -> move(id, fields));
    }

    static Optional<CreateTask> create(Fields fields, Supplier<UUID> ids) {
        return create(fields, TaskFields.read(fields, true, ids), ids);
    }

    /** A new task that gets its title from elsewhere. */
    static Optional<CreateTask> createUntitled(Fields fields, Supplier<UUID> ids) {
        return create(fields, TaskFields.readUntitled(fields, ids), ids);
    }

    private static Optional<CreateTask> create(Fields fields, TaskPatch patch, Supplier<UUID> ids) {
        var id = fields.optional("id", Shapes.ID);
        var listId = fields.optional("listId", Shapes.ID);
        var placement = fields.optional("position", PlacementShape.PLACEMENT);
        fields.refuseOthers();
        return Optional.of(new CreateTask(id.orElseGet(ids), listId.orElse(null), patch, placement.orElse(null)));
    }

    static Optional<EditTask> patch(UUID id, Fields fields, EditScope scope, Supplier<UUID> ids) {
        var patch = TaskFields.read(fields, false, ids);
        fields.refuseOthers();
        return Optional.of(new EditTask(id, patch, scope));
    }

    static Optional<MoveTask> move(UUID id, Fields fields) {
        var listId = fields.optional("listId", Shapes.ID);
        var placement = fields.optional("position", PlacementShape.PLACEMENT);
        fields.refuseOthers();
        return Optional.of(new MoveTask(id, listId.orElse(null), placement.orElse(null)));
    }
}
