package dev.almanac.schemas.serde;

import static java.util.Map.entry;

import io.apicurio.registry.resolver.client.RegistryClientFacade;
import io.apicurio.registry.resolver.client.RegistryClientFacadeImpl;
import io.apicurio.registry.resolver.config.SchemaResolverConfig;
import io.apicurio.registry.serde.avro.AvroSerdeConfig;
import io.apicurio.registry.serde.avro.strategy.TopicRecordIdStrategy;
import io.apicurio.registry.serde.config.IdOption;
import io.apicurio.registry.serde.config.SerdeConfig;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/**
 * Writes records to topics and reads them back: Apicurio's serde in Confluent's wire format (a zero byte, the schema's
 * content id in four bytes, Avro binary), so that any Confluent client reads them too. A schema's subject is
 * {@code <topic>-<record name>}.
 *
 * <p>One instance serves a whole process and all of its threads: it asks the registry once for each schema.
 *
 * <p>Both ways throw {@link org.apache.kafka.common.errors.SerializationException} where bytes or record are at fault,
 * and {@link RegistryUnavailableException} where the registry did not answer; so only the former is a dead letter.
 */
public final class AvroSerdes {
    /** The only group whose subjects Confluent's API lists. */
    static final String GROUP = "default";

    private final WireWriter serializer;
    private final WireReader deserializer;

    public AvroSerdes(RegistrySettings registry) {
        this(registry, new RegistryClientFacadeImpl(RegistryConnection.open(registry)));
    }

    AvroSerdes(RegistrySettings registry, RegistryClientFacade client) {
        TrustedRecords.establish();
        serializer = new WireWriter(client);
        serializer.configure(new SerdeConfig(configuration(registry)), false);
        deserializer = new WireReader(client);
        deserializer.configure(new SerdeConfig(configuration(registry)), false);
    }

    /**
     * A serde of values. Whatever record the bytes hold is returned, so {@code T} should be a supertype of all that the
     * topic carries.
     */
    @SuppressWarnings("unchecked")
    public <T extends SpecificRecord> Serde<T> serde() {
        return Serdes.serdeFrom((topic, value) -> serializer.serializeData(topic, value), (topic, bytes) ->
                (T) deserializer.deserializeData(topic, bytes));
    }

    private static Map<String, Object> configuration(RegistrySettings registry) {
        // The serde adds to the map that it is given.
        return new HashMap<>(Map.ofEntries(
                entry(SchemaResolverConfig.REGISTRY_URL, registry.coreApi()),
                entry(SchemaResolverConfig.AUTO_REGISTER_ARTIFACT, registry.autoRegister()),
                entry(SchemaResolverConfig.FIND_LATEST_ARTIFACT, false),
                entry(SchemaResolverConfig.DEREFERENCE_SCHEMA, true),
                entry(SchemaResolverConfig.EXPLICIT_ARTIFACT_GROUP_ID, GROUP),
                entry(SchemaResolverConfig.ARTIFACT_RESOLVER_STRATEGY, TopicRecordIdStrategy.class.getName()),
                // What an id stands for never changes.
                entry(
                        SchemaResolverConfig.CHECK_PERIOD_MS,
                        Duration.ofDays(3650).toMillis()),
                entry(SerdeConfig.USE_ID, IdOption.contentId.name()),
                entry(AvroSerdeConfig.AVRO_DATUM_PROVIDER, RecordDatumProvider.class.getName())));
    }
}
