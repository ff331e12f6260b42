package dev.almanac.projection.consume;

import dev.almanac.projection.apply.Place;
import dev.almanac.schemas.serde.UnknownSchemaException;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads what records tell; one that can't be read goes to the dead letters.
 *
 * @param <F> what a record tells
 */
public final class RecordDecoder<F> {
    private final Deserializer<SpecificRecord> records;
    private final Reader<F> reader;
    private final DeadLetters deadLetters;

    public RecordDecoder(Deserializer<SpecificRecord> records, Reader<F> reader, DeadLetters deadLetters) {
        this.records = records;
        this.reader = reader;
        this.deadLetters = deadLetters;
    }

    /**
     * @return empty for a record that became a dead letter, or that tells nothing
     * @throws dev.almanac.schemas.serde.RegistryUnavailableException where the record can't be judged now
     * @throws UnknownSchemaException likewise: to take a registry that lags or was lost for damaged records would halt
     *     every workspace
     */
    Optional<F> decode(ConsumerRecord<byte[], byte[]> record) {
        try {
            return read(record);
        } catch (UnknownSchemaException e) {
            throw e;
        } catch (SerializationException | IllegalArgumentException e) {
            deadLetters.take(record, e);
            return Optional.empty();
        }
    }

    private Optional<F> read(ConsumerRecord<byte[], byte[]> record) {
        @Nullable SpecificRecord value = records.deserialize(record.topic(), record.headers(), record.value());
        if (value == null) {
            throw new IllegalArgumentException("A record without a value tells nothing");
        }
        return reader.read(new Place(record.topic(), record.partition(), record.offset()), value);
    }

    /** @param <F> what a record tells */
    @FunctionalInterface
    public interface Reader<F> {
        /** @throws IllegalArgumentException for a record that it can't read */
        Optional<F> read(Place place, SpecificRecord record);
    }
}
