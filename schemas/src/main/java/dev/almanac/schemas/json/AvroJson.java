package dev.almanac.schemas.json;

import dev.almanac.schemas.model.EntityState;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.ByteArrayBuilder;

/**
 * The contract's JSON: a record as an object with its fields as the schema spells them, enum symbols in lower case, ids,
 * instants, dates and local date-times as ISO-8601 strings, null fields left out. An {@link EntityState} is written as the
 * one thing that it holds, or null. What was written can be read again, by {@link AvroJsonReader}.
 */
public final class AvroJson {
    private static final JsonFactory JSON = new JsonFactory();

    private AvroJson() {}

    /** Writes a record where the generator stands. */
    public static void write(SpecificRecord record, JsonGenerator generator) {
        if (record instanceof EntityState state) {
            writeValue(held(state), generator);
            return;
        }
        generator.writeStartObject();
        for (Schema.Field field : record.getSchema().getFields()) {
            Object value = record.get(field.pos());
            if (value != null) {
                generator.writeName(field.name());
                writeValue(value, generator);
            }
        }
        generator.writeEndObject();
    }

    /** A record as JSON in UTF-8. */
    public static byte[] toBytes(SpecificRecord record) {
        try (ByteArrayBuilder bytes = new ByteArrayBuilder();
                JsonGenerator generator = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
            write(record, generator);
            generator.flush();
            return bytes.toByteArray();
        }
    }

    private static void writeValue(@Nullable Object value, JsonGenerator generator) {
        switch (value) {
            case null -> generator.writeNull();
            case SpecificRecord nested -> write(nested, generator);
            case List<?> values -> {
                generator.writeStartArray();
                for (Object element : values) {
                    writeValue(element, generator);
                }
                generator.writeEndArray();
            }
            case CharSequence text -> generator.writeString(text.toString());
            case Enum<?> symbol -> generator.writeString(symbol.name().toLowerCase(Locale.ROOT));
            case UUID id -> generator.writeString(id.toString());
            case Instant instant -> generator.writeString(instant.toString());
            case LocalDate date -> generator.writeString(date.toString());
            case LocalDateTime dateTime -> generator.writeString(dateTime.toString());
            case Integer number -> generator.writeNumber(number);
            case Long number -> generator.writeNumber(number);
            case Boolean truth -> generator.writeBoolean(truth);
            default -> throw new IllegalArgumentException("No JSON is agreed for " + value.getClass());
        }
    }

    private static @Nullable Object held(EntityState state) {
        for (Schema.Field field : state.getSchema().getFields()) {
            Object value = state.get(field.pos());
            if (value != null) {
                return value;
            }
        }
        return null;
    }
}
