package dev.almanac.schemas.json;

import org.apache.avro.specific.SpecificRecord;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** Lets Jackson write records as {@link AvroJson} does. */
public final class AvroJsonModule extends SimpleModule {
    public AvroJsonModule() {
        super("almanac-avro-json");
        addSerializer(SpecificRecord.class, new RecordSerializer());
    }

    private static final class RecordSerializer extends StdSerializer<SpecificRecord> {
        RecordSerializer() {
            super(SpecificRecord.class);
        }

        @Override
        public void serialize(SpecificRecord record, JsonGenerator generator, SerializationContext context) {
            AvroJson.write(record, generator);
        }
    }
}
