package dev.almanac.projection.consume;

import dev.almanac.projection.apply.Fact;
import dev.almanac.projection.apply.Facts;
import dev.almanac.projection.apply.Place;
import dev.almanac.schemas.serde.UnknownSchemaException;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** Makes facts of records; what is none goes to the dead letters. */
public final class EventDecoder {
    private final Deserializer<SpecificRecord> events;
    private final DeadLetters deadLetters;

    public EventDecoder(Deserializer<SpecificRecord> events, DeadLetters deadLetters) {
        this.events = events;
        this.deadLetters = deadLetters;
    }

    /**
     * @return empty for a record that became a dead letter
     * @throws dev.almanac.schemas.serde.RegistryUnavailableException where the record can't be judged now
     * @throws UnknownSchemaException likewise: to take a registry that lags or was lost for damaged records would halt
     *     every workspace
     */
    Optional<Fact> decode(ConsumerRecord<byte[], byte[]> record) {
        try {
            return Optional.of(fact(record));
        } catch (UnknownSchemaException e) {
            throw e;
        } catch (SerializationException | IllegalArgumentException e) {
            deadLetters.take(record, e);
            return Optional.empty();
        }
    }

    private Fact fact(ConsumerRecord<byte[], byte[]> record) {
        @Nullable SpecificRecord event = events.deserialize(record.topic(), record.headers(), record.value());
        if (event == null) {
            throw new IllegalArgumentException("A record without a value is no event");
        }
        return Facts.read(new Place(record.topic(), record.partition(), record.offset()), event);
    }
}
