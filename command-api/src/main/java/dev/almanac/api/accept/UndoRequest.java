package dev.almanac.api.accept;

import java.util.UUID;

/** What is to be taken back. */
public sealed interface UndoRequest {
    /** The one action that caused this event. */
    record OfEvent(UUID eventId) implements UndoRequest {}

    /** All that one request did. */
    record OfCommand(UUID commandId) implements UndoRequest {}

    /** Throws a problem of type {@code validation} where the body is not as agreed. */
    static UndoRequest read(JsonBody body) {
        return Bodies.read(body, (fields, place) -> {
            var event = fields.optional("eventId", Shapes.ID);
            var command = fields.optional("commandId", Shapes.ID);
            fields.refuseOthers();
            if (event.isPresent() == command.isPresent()) {
                return place.refuse("expected either eventId or commandId");
            }
            return event.<UndoRequest>map(OfEvent::new).or(() -> command.map(OfCommand::new));
        });
    }
}
