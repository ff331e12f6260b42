package dev.almanac.topology.process;

import dev.almanac.schemas.command.Command;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** Reads commands, and no other record that someone may have put among them. */
final class CommandReader implements Deserializer<Command> {
    private final Deserializer<SpecificRecord> records;

    CommandReader(Deserializer<SpecificRecord> records) {
        this.records = records;
    }

    @Override
    public @Nullable Command deserialize(String topic, byte @Nullable [] bytes) {
        return switch (records.deserialize(topic, bytes)) {
            case null -> null;
            case Command command -> command;
            case SpecificRecord other ->
                throw new SerializationException(
                        "No command but a " + other.getSchema().getFullName());
        };
    }
}
