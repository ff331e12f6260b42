package dev.almanac.schemas.serde;

import dev.almanac.schemas.history.PortableSchema;
import io.apicurio.registry.serde.avro.AvroDatumProvider;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.avro.Schema;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;

/**
 * Finds the writer of a record by its class and the reader by its schema. The serde's own provider computes a schema's
 * fingerprint anew for every record, which takes longer than writing it.
 */
public final class RecordDatumProvider implements AvroDatumProvider<SpecificRecord> {
    private final ConcurrentMap<Class<?>, DatumWriter<SpecificRecord>> writers = new ConcurrentHashMap<>();
    private final ConcurrentMap<Schema, DatumReader<SpecificRecord>> readers = new ConcurrentHashMap<>();

    @Override
    public DatumWriter<SpecificRecord> createDatumWriter(SpecificRecord record, Schema schema) {
        return writers.computeIfAbsent(record.getClass(), type -> RecordModel.writer(record.getSchema()));
    }

    @Override
    public DatumReader<SpecificRecord> createDatumReader(Schema writer) {
        return readers.computeIfAbsent(writer, RecordDatumProvider::reader);
    }

    @Override
    public Schema toSchema(SpecificRecord record) {
        return PortableSchema.of(record.getSchema());
    }

    private static DatumReader<SpecificRecord> reader(Schema writer) {
        Class<?> type = SpecificData.get().getClass(writer);
        if (type == null || !SpecificRecord.class.isAssignableFrom(type)) {
            throw new IllegalArgumentException(writer.getFullName() + " is none of the known records");
        }
        return new SpecificDatumReader<>(writer, SpecificData.get().getSchema(type));
    }
}
