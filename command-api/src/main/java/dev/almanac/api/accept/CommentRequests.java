package dev.almanac.api.accept;

import dev.almanac.schemas.command.AddComment;
import dev.almanac.schemas.command.EditComment;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** The bodies of requests about comments. All throw a problem of type {@code validation} where a value is not as agreed. */
public final class CommentRequests {
    private static final Shape<String> TEXT = Shapes.someText(16 * 1024);

    private CommentRequests() {}

    /** @param ids gives the new comment's id where the body brings none */
    public static AddComment add(UUID taskId, JsonBody body, Supplier<UUID> ids) {
        return Bodies.read(body, (fields, place) -> add(taskId, fields, ids));
    }

    public static EditComment edit(UUID taskId, UUID id, JsonBody body) {
        return Bodies.read(body, (fields, place) -> {
            var text = fields.required("text", TEXT);
            fields.refuseOthers();
            return text.map(given -> new EditComment(id, taskId, given));
        });
    }

    static Optional<AddComment> add(UUID taskId, Fields fields, Supplier<UUID> ids) {
        var id = fields.optional("id", Shapes.ID);
        var text = fields.required("text", TEXT);
        fields.refuseOthers();
        return text.map(given -> new AddComment(id.orElseGet(ids), taskId, given));
    }
}
