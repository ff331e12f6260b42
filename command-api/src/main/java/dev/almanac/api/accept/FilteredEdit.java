package dev.almanac.api.accept;

import dev.almanac.api.filter.read.FilterReader;
import dev.almanac.schemas.command.CancelTask;
import dev.almanac.schemas.command.CompleteTask;
import dev.almanac.schemas.command.DeleteTask;
import dev.almanac.schemas.command.EditScope;
import dev.almanac.schemas.command.EditTask;
import dev.almanac.schemas.command.MoveTask;
import dev.almanac.schemas.command.Operation;
import dev.almanac.schemas.command.ReopenTask;
import dev.almanac.schemas.id.Ids;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;

/**
 * One thing to do with every task that a filter means.
 *
 * @param filter not looked into yet
 * @param dryRun whether only to tell which tasks these are; so it is unless told otherwise
 */
public record FilteredEdit(String filter, boolean dryRun, JsonBody body, Supplier<UUID> ids) {
    /** The body's place of the filter. */
    public static final String FILTER_POINTER = "/filter";

    private static final Shape<String> FILTER =
            Shapes.STRING.then((text, place) -> text.codePointCount(0, text.length()) <= FilterReader.MOST_CHARACTERS
                    ? Optional.of(text)
                    : place.refuse("expected at most %,d characters".formatted(FilterReader.MOST_CHARACTERS)));
    private static final Shape<Kind> KIND = Shapes.choice(Kind.class);

    private enum Kind {
        PATCH,
        MOVE,
        COMPLETE,
        REOPEN,
        CANCEL,
        DELETE
    }

    /** @param ids gives the ids of new reminders where the body brings none */
    public static FilteredEdit read(JsonBody body, Supplier<UUID> ids) {
        return Bodies.read(body, (fields, place) -> {
            var filter = fields.required("filter", FILTER);
            var dryRun = fields.optional("dryRun", Shapes.BOOLEAN);
            var action = action(fields, Ids.SYSTEM, ids);
            fields.refuseOthers();
            return action.isEmpty()
                    ? Optional.empty()
                    : filter.map(text -> new FilteredEdit(text, dryRun.orElse(true), body, ids));
        });
    }

    /** The same thing with one task. */
    public Operation with(UUID taskId) {
        return Bodies.read(
                body,
                (fields, place) -> action(fields, taskId, ids).map(action -> Operations.of(action, Optional.empty())));
    }

    private static Optional<? extends SpecificRecord> action(Fields fields, UUID id, Supplier<UUID> ids) {
        return fields.required("op", KIND).flatMap(kind -> switch (kind) {
            case PATCH -> patch(fields, id, ids);
            case MOVE -> move(fields, id);
            case COMPLETE -> Optional.of(new CompleteTask(id));
            case REOPEN -> Optional.of(new ReopenTask(id));
            case CANCEL -> Optional.of(new CancelTask(id));
            case DELETE -> Optional.of(new DeleteTask(id));
        });
    }

    private static Optional<EditTask> patch(Fields fields, UUID id, Supplier<UUID> ids) {
        return fields.required(
                "patch", Fields.OBJECT.then((patch, place) -> TaskRequests.patch(id, patch, EditScope.THIS, ids)));
    }

    private static Optional<MoveTask> move(Fields fields, UUID id) {
        return fields.required("move", Fields.OBJECT.then((move, place) -> TaskRequests.move(id, move)));
    }
}
