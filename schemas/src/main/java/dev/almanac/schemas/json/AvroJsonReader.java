package dev.almanac.schemas.json;

import dev.almanac.schemas.serde.TrustedRecords;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads what {@link AvroJson} wrote, as a record of the same schema or of a later version of it. */
public final class AvroJsonReader {
    static {
        TrustedRecords.establish();
    }

    private AvroJsonReader() {}

    /**
     * The record.
     *
     * @throws IllegalArgumentException where the JSON is not of such a record
     */
    public static <T extends SpecificRecord> T read(Class<T> type, JsonNode json) {
        return type.cast(record(SpecificData.get().getSchema(type), json));
    }

    private static SpecificRecord record(Schema schema, JsonNode json) {
        SpecificRecord record =
                (SpecificRecord) SpecificData.newInstance(SpecificData.get().getClass(schema), schema);
        for (Schema.Field field : schema.getFields()) {
            record.put(field.pos(), field(field, json.get(field.name())));
        }
        return record;
    }

    private static @Nullable Object field(Schema.Field field, @Nullable JsonNode json) {
        if (json != null) {
            return value(field.schema(), json);
        }
        if (field.schema().isNullable()) {
            return null;
        }
        if (!field.hasDefaultValue()) {
            throw new IllegalArgumentException("There is no " + field.name());
        }
        return SpecificData.get().getDefaultValue(field);
    }

    private static @Nullable Object value(Schema schema, JsonNode json) {
        return switch (schema.getType()) {
            case UNION -> json.isNull() ? null : value(held(schema), json);
            case RECORD -> record(schema, json);
            case ARRAY ->
                json.valueStream()
                        .map(element -> value(schema.getElementType(), element))
                        .toList();
            case ENUM -> SpecificData.get().createEnum(json.asString().toUpperCase(Locale.ROOT), schema);
            case STRING ->
                schema.getLogicalType() instanceof LogicalTypes.Uuid
                        ? UUID.fromString(json.asString())
                        : json.asString();
            case INT ->
                schema.getLogicalType() instanceof LogicalTypes.Date ? LocalDate.parse(json.asString()) : json.asInt();
            case LONG -> longValue(schema, json);
            case BOOLEAN -> json.asBoolean();
            case MAP, FIXED, BYTES, FLOAT, DOUBLE, NULL ->
                throw new IllegalArgumentException("No JSON is agreed for " + schema.getType());
        };
    }

    private static Object longValue(Schema schema, JsonNode json) {
        return switch (schema.getLogicalType()) {
            case LogicalTypes.TimestampMillis _, LogicalTypes.TimestampMicros _ -> Instant.parse(json.asString());
            case LogicalTypes.LocalTimestampMillis _, LogicalTypes.LocalTimestampMicros _ ->
                LocalDateTime.parse(json.asString());
            case null, default -> json.asLong();
        };
    }

    private static Schema held(Schema union) {
        List<Schema> held = union.getTypes().stream()
                .filter(type -> type.getType() != Schema.Type.NULL)
                .toList();
        if (held.size() != 1) {
            throw new IllegalArgumentException("A value of " + union + " does not tell its type");
        }
        return held.getFirst();
    }
}
