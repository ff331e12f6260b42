package dev.almanac.topology.process.audit;

import dev.almanac.schemas.audit.AuditEntry;
import dev.almanac.schemas.topic.Topics;
import dev.almanac.topology.config.AuditProperties;
import dev.almanac.topology.process.read.TypedReader;
import dev.almanac.topology.store.activity.ActivityCodecs;
import dev.almanac.topology.store.activity.ActivityKeys;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** The step that keeps what was done, and counts it: from {@code task-audit} to two stores. */
public final class AuditAggregation {
    private static final String ENTRIES = "task-audit-source";
    private static final String AGGREGATE = "aggregate-audit";

    private final Serde<SpecificRecord> records;
    private final AuditProperties settings;

    /** @param records all that our topics carry */
    public AuditAggregation(Serde<SpecificRecord> records, AuditProperties settings) {
        this.records = records;
        this.settings = settings;
    }

    public void addTo(Topology topology) {
        topology.addSource(
                        ENTRIES,
                        new StringDeserializer(),
                        new TypedReader<>(AuditEntry.class, records.deserializer()),
                        Topics.TASK_AUDIT.name())
                .addProcessor(AGGREGATE, new Supplier(), ENTRIES);
    }

    /** Makes the processor of each partition, and the stores that come with it. */
    private final class Supplier implements ProcessorSupplier<String, AuditEntry, Void, Void> {
        private final ActivityCodecs codecs = ActivityCodecs.create();

        @Override
        public Processor<String, AuditEntry, Void, Void> get() {
            return new AuditProcessor(codecs, settings);
        }

        @Override
        public Set<StoreBuilder<?>> stores() {
            return Set.of(store(ActivityKeys.STORE), store(ActivityKeys.COUNTS).withCachingEnabled());
        }

        private static StoreBuilder<KeyValueStore<Bytes, byte[]>> store(String name) {
            return Stores.keyValueStoreBuilder(
                    Stores.persistentKeyValueStore(name), Serdes.Bytes(), Serdes.ByteArray());
        }
    }
}
