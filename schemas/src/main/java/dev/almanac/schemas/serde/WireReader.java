package dev.almanac.schemas.serde;

import com.microsoft.kiota.ApiException;
import io.apicurio.registry.resolver.ParsedSchema;
import io.apicurio.registry.resolver.SchemaLookupResult;
import io.apicurio.registry.resolver.client.RegistryClientFacade;
import io.apicurio.registry.resolver.strategy.ArtifactReference;
import io.apicurio.registry.serde.avro.AvroDeserializer;
import java.nio.ByteBuffer;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/** Reads records, and tells bytes that are at fault from a registry that is not there. */
final class WireReader extends AvroDeserializer<SpecificRecord> {
    private static final int HEADER_BYTES = 5;
    private static final int NOT_FOUND = 404;

    WireReader(RegistryClientFacade client) {
        super(client);
    }

    @Override
    public @Nullable SpecificRecord deserializeData(String topic, byte @Nullable [] data) {
        if (data == null) {
            return null;
        }
        if (data.length < HEADER_BYTES || data[0] != 0) {
            throw new SerializationException("A record of " + topic + " is not in Confluent's wire format");
        }
        return super.deserializeData(topic, data);
    }

    @Override
    protected SchemaLookupResult<Schema> resolve(String topic, byte[] data, ArtifactReference reference) {
        try {
            return super.resolve(topic, data, reference);
        } catch (RuntimeException e) {
            if (isUnknown(e)) {
                throw new UnknownSchemaException(
                        "The registry knows no schema " + reference.getContentId() + ", with which a record of " + topic
                                + " is written",
                        e);
            }
            throw new RegistryUnavailableException(
                    "The schema registry did not give schema " + reference.getContentId(), e);
        }
    }

    @Override
    protected SpecificRecord readData(ParsedSchema<Schema> schema, ByteBuffer buffer, int start, int length) {
        try {
            return super.readData(schema, buffer, start, length);
        } catch (RuntimeException e) {
            throw new SerializationException(
                    "Not a readable " + schema.getParsedSchema().getFullName(), e);
        }
    }

    private static boolean isUnknown(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof ApiException api && api.getResponseStatusCode() == NOT_FOUND) {
                return true;
            }
        }
        return false;
    }
}
