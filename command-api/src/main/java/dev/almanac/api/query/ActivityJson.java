package dev.almanac.api.query;

import dev.almanac.api.thing.Thing;
import dev.almanac.schemas.audit.AuditEntry;
import dev.almanac.schemas.json.AvroJson;
import dev.almanac.schemas.model.EntityState;
import dev.almanac.schemas.serde.StateCodec;
import java.io.StringWriter;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.json.JsonFactory;

/** Renders an entry of the audit log for the members of the workspace; what it has no value for is left out. */
final class ActivityJson {
    private static final JsonFactory JSON = new JsonFactory();
    private static final StateCodec<AuditEntry> CODEC = StateCodec.of(AuditEntry.class);

    private ActivityJson() {}

    /** @param entry as the read model holds it */
    static String render(byte[] entry) {
        var text = new StringWriter(512);
        try (var generator = JSON.createGenerator(text)) {
            write(read(entry), generator);
        }
        return text.toString();
    }

    /** @param entry as the read model holds it */
    static AuditEntry read(byte[] entry) {
        return CODEC.decode(entry);
    }

    private static void write(AuditEntry entry, JsonGenerator generator) {
        generator.writeStartObject();
        write("eventId", entry.getEventId(), generator);
        generator.writeStringProperty("commandId", entry.getCommandId().toString());
        entry.getSeq().ifPresent(seq -> generator.writeNumberProperty("seq", seq));
        generator.writeStringProperty("action", entry.getAction());
        generator.writeName("actor");
        AvroJson.write(entry.getActor(), generator);
        generator.writeStringProperty("at", entry.getAt().toString());
        generator.writeStringProperty("kind", symbol(entry.getKind()));
        write("id", entry.getEntityId(), generator);
        write("taskId", entry.getTaskId(), generator);
        generator.writeStringProperty("outcome", symbol(entry.getOutcome()));
        writeText("reason", entry.getReason().map(ActivityJson::symbol), generator);
        writeText("detail", entry.getDetail(), generator);
        writeState("before", entry.getBefore(), generator);
        writeState("after", entry.getAfter(), generator);
        write("undoes", entry.getUndoes(), generator);
        generator.writeEndObject();
    }

    private static void writeState(String name, Optional<EntityState> state, JsonGenerator generator) {
        state.flatMap(Thing::of).ifPresent(thing -> {
            generator.writeName(name);
            AvroJson.write(thing.state(), generator);
        });
    }

    private static void write(String name, Optional<UUID> id, JsonGenerator generator) {
        writeText(name, id.map(UUID::toString), generator);
    }

    private static void writeText(String name, Optional<String> text, JsonGenerator generator) {
        text.ifPresent(value -> generator.writeStringProperty(name, value));
    }

    private static String symbol(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
