package dev.almanac.api.accept;

import dev.almanac.schemas.command.CancelTask;
import dev.almanac.schemas.command.CompleteTask;
import dev.almanac.schemas.command.DeleteTask;
import dev.almanac.schemas.command.EditScope;
import dev.almanac.schemas.command.Operation;
import dev.almanac.schemas.command.ReopenTask;
import dev.almanac.schemas.command.RestoreTask;
import dev.almanac.schemas.command.SkipTask;
import dev.almanac.schemas.id.Ids;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;
import tools.jackson.databind.JsonNode;

/**
 * Many things to do at once.
 *
 * @param operations 1 to 100, in the order in which they are done
 * @param atomic whether all are done or none
 */
public record BatchRequest(List<Item> operations, boolean atomic) {
    private static final int MOST = 100;
    private static final Shape<EditScope> SCOPE = Shapes.choice(EditScope.class);
    private static final Shape<Kind> KIND = Shapes.choice(Kind.class);

    public BatchRequest {
        operations = List.copyOf(operations);
    }

    /** What can be done in a batch: the single calls by name, those with a body under the field that holds it. */
    public enum Kind {
        CREATE("task"),
        PATCH("patch"),
        COMPLETE(""),
        REOPEN(""),
        CANCEL(""),
        DELETE(""),
        RESTORE(""),
        SKIP(""),
        MOVE("move"),
        COMMENT("comment");

        private final String body;

        Kind(String body) {
            this.body = body;
        }

        /** Whether it makes a thing. */
        public boolean creates() {
            return this == CREATE || this == COMMENT;
        }

        private <T> Optional<T> readBody(Fields fields, Function<Fields, Optional<T>> reader) {
            return fields.required(body, Fields.OBJECT.then((inner, place) -> reader.apply(inner)));
        }

        /** JSON pointer from the batch's operation to the body of the single call; empty where that has none. */
        public String bodyPointer() {
            return body.isEmpty() ? "" : "/" + body;
        }
    }

    /** One thing to do. */
    public record Item(Kind kind, Operation operation) {}

    /**
     * @param ids gives the ids of new things where the body brings none
     * @throws dev.almanac.api.problem.ProblemException of type {@code validation} where a value is not as agreed
     */
    public static BatchRequest read(JsonBody body, Supplier<UUID> ids) {
        return Bodies.read(body, (fields, place) -> {
            var operations = fields.required("operations", (json, at) -> items(json, at, ids));
            var atomic = fields.optional("atomic", Shapes.BOOLEAN);
            fields.refuseOthers();
            return operations.map(items -> new BatchRequest(items, atomic.orElse(true)));
        });
    }

    private static Optional<List<Item>> items(JsonNode json, Place place, Supplier<UUID> ids) {
        if (!json.isArray() || json.isEmpty() || json.size() > MOST) {
            return place.refuse("expected an array of 1 to %d operations".formatted(MOST));
        }
        List<Item> items = new ArrayList<>(json.size());
        for (var index = 0; index < json.size(); index++) {
            Fields.OBJECT
                    .then((fields, at) -> item(fields, ids))
                    .read(json.get(index), place.at(index))
                    .ifPresent(items::add);
        }
        return Optional.of(items);
    }

    private static Optional<Item> item(Fields fields, Supplier<UUID> ids) {
        return fields.required("op", KIND).flatMap(kind -> {
            var action = action(kind, fields, ids);
            var ifMatch = kind.creates() ? Optional.<Long>empty() : fields.optional("ifMatch", Shapes.VERSION);
            fields.refuseOthers();
            return action.map(it -> new Item(kind, Operations.of(it, ifMatch)));
        });
    }

    private static Optional<? extends SpecificRecord> action(Kind kind, Fields fields, Supplier<UUID> ids) {
        return switch (kind) {
            case CREATE -> kind.readBody(fields, task -> TaskRequests.create(task, ids));
            case PATCH -> {
                var scope = fields.optional("scope", SCOPE).orElse(EditScope.THIS);
                yield onTask(fields, id -> kind.readBody(fields, patch -> TaskRequests.patch(id, patch, scope, ids)));
            }
            case COMPLETE -> onTask(fields, id -> Optional.of(new CompleteTask(id)));
            case REOPEN -> onTask(fields, id -> Optional.of(new ReopenTask(id)));
            case CANCEL -> onTask(fields, id -> Optional.of(new CancelTask(id)));
            case DELETE -> onTask(fields, id -> Optional.of(new DeleteTask(id)));
            case RESTORE -> onTask(fields, id -> Optional.of(new RestoreTask(id)));
            case SKIP -> onTask(fields, id -> Optional.of(new SkipTask(id)));
            case MOVE -> onTask(fields, id -> kind.readBody(fields, move -> TaskRequests.move(id, move)));
            case COMMENT ->
                onTask(fields, id -> kind.readBody(fields, comment -> CommentRequests.add(id, comment, ids)));
        };
    }

    private static <T> Optional<T> onTask(Fields fields, Function<UUID, Optional<T>> action) {
        // Where the id is refused so is the batch; the rest is read all the same, to tell what else is wrong.
        return action.apply(fields.required("id", Shapes.ID).orElse(Ids.SYSTEM));
    }
}
