package dev.almanac.schemas.serde;

import io.apicurio.registry.resolver.ParsedSchema;
import io.apicurio.registry.resolver.client.RegistryClientFacade;
import io.apicurio.registry.serde.avro.AvroSerializer;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/** Writes records, and tells a record that is at fault from a registry that is not there. */
final class WireWriter extends AvroSerializer<SpecificRecord> {
    private final RecordDatumProvider writers = new RecordDatumProvider();

    WireWriter(RegistryClientFacade client) {
        super(client);
    }

    @Override
    public byte @Nullable [] serializeData(String topic, @Nullable SpecificRecord data) {
        try {
            return super.serializeData(topic, data);
        } catch (SerializationException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new RegistryUnavailableException(
                    "The schema registry did not give the id of a schema of " + topic, e);
        }
    }

    /** As the serde does it, but for its encoder, which hands on byte by byte. */
    @Override
    public void serializeData(ParsedSchema<Schema> schema, SpecificRecord data, OutputStream out) throws IOException {
        try {
            BufferedEncoding.write(writers.createDatumWriter(data, schema.getParsedSchema()), data, out);
        } catch (RuntimeException e) {
            throw new SerializationException(
                    "Not a writable " + schema.getParsedSchema().getFullName(), e);
        }
    }
}
