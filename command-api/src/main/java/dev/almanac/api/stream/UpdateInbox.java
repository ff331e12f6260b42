package dev.almanac.api.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.almanac.api.sync.Change;
import dev.almanac.schemas.json.AvroJson;
import dev.almanac.schemas.model.EntityState;
import dev.almanac.schemas.model.SavedFilter;
import dev.almanac.schemas.serde.AvroSerdes;
import dev.almanac.schemas.serde.RegistryUnavailableException;
import dev.almanac.schemas.topic.RecordKeys;
import dev.almanac.schemas.topic.Topics;
import dev.almanac.schemas.update.Update;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Passes a record of {@code task-updates} on to the workspace's chain, and reads no more of it than its key where there is none. */
@Component
class UpdateInbox {
    private static final Logger log = LoggerFactory.getLogger(UpdateInbox.class);

    private final StreamHub hub;
    private final Deserializer<Update> deserializer;

    UpdateInbox(StreamHub hub, AvroSerdes serdes) {
        this.hub = hub;
        this.deserializer = serdes.<Update>serde().deserializer();
    }

    void accept(ConsumerRecord<String, byte[]> record) {
        try {
            // A record without a value says that a thing was purged: what it was has long been gone for clients.
            if (record.value() != null) {
                hub.chain(RecordKeys.parseUpdate(record.key()).workspaceId())
                        .ifPresent(chain -> chain.live(change(record.value())));
            }
        } catch (SerializationException | RegistryUnavailableException | IllegalArgumentException unreadable) {
            // It leaves a hole, and holes are filled from the read model.
            log.warn(
                    "Record {} at offset {} of partition {} can't be read",
                    record.key(),
                    record.offset(),
                    record.partition(),
                    unreadable);
        }
    }

    private Change change(byte[] value) {
        var update = deserializer.deserialize(Topics.TASK_UPDATES.name(), value);
        return new Change(
                update.getSeq(),
                update.getKind(),
                update.getId(),
                update.getState().map(state -> new String(AvroJson.toBytes(state), UTF_8)),
                update.getState().flatMap(EntityState::getFilter).map(SavedFilter::getOwner));
    }
}
