package dev.almanac.topology.process.read;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** Reads records of one type, and no other record that someone may have put among them. */
public final class TypedReader<T extends SpecificRecord> implements Deserializer<T> {
    private final Class<T> type;
    private final Deserializer<SpecificRecord> records;

    public TypedReader(Class<T> type, Deserializer<SpecificRecord> records) {
        this.type = type;
        this.records = records;
    }

    @Override
    public @Nullable T deserialize(String topic, byte @Nullable [] bytes) {
        SpecificRecord record = records.deserialize(topic, bytes);
        if (record != null && !type.isInstance(record)) {
            throw new SerializationException("No " + type.getSimpleName() + " but a "
                    + record.getSchema().getFullName());
        }
        return type.cast(record);
    }
}
