package dev.almanac.schemas.serde;

import static java.util.Objects.requireNonNull;

import dev.almanac.schemas.history.SchemaHistory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.message.SchemaStore;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;

/**
 * The bytes of a record in a state store: Avro's single-object encoding, in which the fingerprint of the writer's schema
 * stands before the record. Any version in the committed history is read; the schema registry is not asked.
 *
 * <p>Safe for use by several threads.
 *
 * @param <T> the record's type
 */
public final class StateCodec<T extends SpecificRecord> {
    private final Class<T> type;
    private final BinaryMessageEncoder<T> encoder;
    private final BinaryMessageDecoder<T> decoder;

    private StateCodec(Class<T> type) {
        TrustedRecords.establish();
        Schema schema = SpecificData.get().getSchema(type);
        SpecificData model = SpecificData.getForClass(type);
        List<Schema> history = SchemaHistory.versions(schema.getFullName());
        if (history.isEmpty()) {
            throw new IllegalArgumentException(type.getName() + " has no committed history: name it in SchemaHistory");
        }
        SchemaStore.Cache versions = new SchemaStore.Cache();
        history.forEach(versions::addSchema);
        this.type = type;
        this.encoder = new BinaryMessageEncoder<>(model, schema);
        this.decoder = new BinaryMessageDecoder<>(model, schema, versions);
    }

    /** @throws IllegalArgumentException where the record has no committed history */
    public static <T extends SpecificRecord> StateCodec<T> of(Class<T> type) {
        return new StateCodec<>(type);
    }

    public byte[] encode(T value) {
        try {
            // The encoder's own copy of its buffer, so exactly as long as the message.
            return encoder.encode(value).array();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws SerializationException where the bytes are no version of the record that the history knows */
    public T decode(byte[] bytes) {
        try {
            return requireNonNull(decoder.decode(bytes, null));
        } catch (IOException | AvroRuntimeException e) {
            throw new SerializationException("Not a readable " + type.getName(), e);
        }
    }
}
