package dev.almanac.schemas.serde;

import static java.util.Objects.requireNonNull;

import dev.almanac.schemas.history.SchemaHistory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.message.BinaryMessageDecoder;
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
    private static final byte[] SINGLE_OBJECT = {(byte) 0xC3, 1};
    private static final int MOST_STATES_BYTES = 512;

    private final Class<T> type;
    private final byte[] header;
    private final DatumWriter<T> writer;
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
        this.header = header(schema);
        this.writer = RecordModel.writer(schema);
        this.decoder = new BinaryMessageDecoder<>(model, schema, versions);
    }

    /** @throws IllegalArgumentException where the record has no committed history */
    public static <T extends SpecificRecord> StateCodec<T> of(Class<T> type) {
        return new StateCodec<>(type);
    }

    private static byte[] header(Schema schema) {
        return ByteBuffer.allocate(SINGLE_OBJECT.length + Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(SINGLE_OBJECT)
                .putLong(SchemaNormalization.parsingFingerprint64(schema))
                .array();
    }

    /** As Avro's own encoder of messages does it, but through a buffer. */
    public byte[] encode(T value) {
        ByteArrayOutputStream message = new ByteArrayOutputStream(MOST_STATES_BYTES);
        message.writeBytes(header);
        try {
            BufferedEncoding.write(writer, value, message);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return message.toByteArray();
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
