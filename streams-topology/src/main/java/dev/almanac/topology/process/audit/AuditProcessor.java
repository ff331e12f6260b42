package dev.almanac.topology.process.audit;

import static java.util.Objects.requireNonNull;

import dev.almanac.schemas.audit.AuditEntry;
import dev.almanac.schemas.result.RejectionCode;
import dev.almanac.schemas.topic.RecordKeys;
import dev.almanac.topology.config.AuditProperties;
import dev.almanac.topology.deadletter.Faults;
import dev.almanac.topology.deadletter.UnhandledRecordException;
import dev.almanac.topology.store.StoreWrite;
import dev.almanac.topology.store.activity.ActivityCodecs;
import dev.almanac.topology.store.activity.ActivityExpiry;
import dev.almanac.topology.store.activity.ActivityKeys;
import dev.almanac.topology.store.activity.ActivityWrites;
import dev.almanac.topology.store.activity.StoredActivity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Takes one partition's entries into the store, each once however often it comes. */
final class AuditProcessor implements Processor<String, AuditEntry, Void, Void> {
    private final ActivityCodecs codecs;
    private final ActivityWrites writes;
    private final AuditProperties settings;

    private @Nullable KeyValueStore<Bytes, byte[]> store;

    AuditProcessor(ActivityCodecs codecs, AuditProperties settings) {
        this.codecs = codecs;
        this.writes = new ActivityWrites(codecs);
        this.settings = settings;
    }

    @Override
    public void init(ProcessorContext<Void, Void> context) {
        KeyValueStore<Bytes, byte[]> activity = context.getStateStore(ActivityKeys.STORE);
        store = activity;
        ActivityExpiry expiry = new ActivityExpiry(activity, codecs, settings.retention());
        context.schedule(
                settings.sweepInterval(),
                PunctuationType.WALL_CLOCK_TIME,
                now -> expiry.sweep(Instant.ofEpochMilli(now), settings.sweepLimit()));
    }

    @Override
    public void process(Record<String, AuditEntry> record) {
        KeyValueStore<Bytes, byte[]> here = requireNonNull(store);
        for (StoreWrite write : prepare(record, here)) {
            write.writeTo(here);
        }
    }

    private List<StoreWrite> prepare(Record<String, @Nullable AuditEntry> record, KeyValueStore<Bytes, byte[]> here) {
        AuditEntry entry = entry(record);
        if (isByStranger(entry)) {
            return List.of();
        }
        try {
            return writes.of(entry, new StoredActivity(entry.getWorkspaceId(), here, codecs));
        } catch (RuntimeException e) {
            if (Faults.ofInfrastructure(e)) {
                throw e;
            }
            throw new UnhandledRecordException("The entry can't be kept", e);
        }
    }

    /** Whoever is no member of a workspace could else fill its activity, and show things there. The log has it all. */
    private static boolean isByStranger(AuditEntry entry) {
        return entry.getReason().equals(Optional.of(RejectionCode.WORKSPACE_NOT_FOUND));
    }

    /** The record's entry, if it stands where its workspace's entries stand. */
    private static AuditEntry entry(Record<String, @Nullable AuditEntry> record) {
        AuditEntry entry = record.value();
        if (entry == null) {
            throw new UnhandledRecordException("A record without a value is no entry");
        }
        if (!RecordKeys.workspace(entry.getWorkspaceId()).equals(record.key())) {
            throw new UnhandledRecordException("The key is not that of the entry's workspace");
        }
        return entry;
    }
}
