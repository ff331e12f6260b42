package dev.almanac.topology.process.audit;

import static java.util.Objects.requireNonNull;

import dev.almanac.schemas.audit.AuditEntry;
import dev.almanac.schemas.result.RejectionCode;
import dev.almanac.schemas.topic.RecordKeys;
import dev.almanac.topology.config.AuditProperties;
import dev.almanac.topology.deadletter.Faults;
import dev.almanac.topology.deadletter.UnhandledRecordException;
import dev.almanac.topology.store.activity.ActivityCodecs;
import dev.almanac.topology.store.activity.ActivityExpiry;
import dev.almanac.topology.store.activity.ActivityKeys;
import dev.almanac.topology.store.activity.ActivityWrites;
import dev.almanac.topology.store.activity.ActivityWrites.Writes;
import dev.almanac.topology.store.activity.StoredActivity;
import dev.almanac.topology.store.activity.StoredCounts;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Takes one partition's entries into the stores, each once however often it comes. */
final class AuditProcessor implements Processor<String, AuditEntry, Void, Void> {
    private final ActivityCodecs codecs;
    private final ActivityWrites writes;
    private final AuditProperties settings;

    private @Nullable Stores stores;

    private record Stores(KeyValueStore<Bytes, byte[]> activity, KeyValueStore<Bytes, byte[]> counts) {}

    AuditProcessor(ActivityCodecs codecs, AuditProperties settings) {
        this.codecs = codecs;
        this.writes = new ActivityWrites(codecs);
        this.settings = settings;
    }

    @Override
    public void init(ProcessorContext<Void, Void> context) {
        Stores here = new Stores(context.getStateStore(ActivityKeys.STORE), context.getStateStore(ActivityKeys.COUNTS));
        stores = here;
        ActivityExpiry expiry = new ActivityExpiry(here.activity(), here.counts(), codecs, settings.retention());
        context.schedule(
                settings.sweepInterval(),
                PunctuationType.WALL_CLOCK_TIME,
                now -> expiry.sweep(Instant.ofEpochMilli(now), settings.sweepLimit()));
    }

    @Override
    public void process(Record<String, AuditEntry> record) {
        Stores here = requireNonNull(stores);
        prepare(record, here).ifPresent(writes -> {
            writes.activity().forEach(write -> write.writeTo(here.activity()));
            writes.counts().forEach(write -> write.writeTo(here.counts()));
        });
    }

    private Optional<Writes> prepare(Record<String, @Nullable AuditEntry> record, Stores here) {
        AuditEntry entry = entry(record);
        if (isByStranger(entry)) {
            return Optional.empty();
        }
        try {
            UUID workspace = entry.getWorkspaceId();
            return Optional.of(writes.of(
                    entry,
                    new StoredActivity(workspace, here.activity(), codecs),
                    new StoredCounts(workspace, here.counts(), codecs)));
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
