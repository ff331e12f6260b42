package dev.almanac.topology.store.activity;

import dev.almanac.schemas.audit.AuditEntry;
import dev.almanac.schemas.serde.StateCodec;
import dev.almanac.schemas.store.AuditCount;

/** How entries and counts are written into the store. */
public record ActivityCodecs(StateCodec<AuditEntry> entry, StateCodec<AuditCount> count) {
    public static ActivityCodecs create() {
        return new ActivityCodecs(StateCodec.of(AuditEntry.class), StateCodec.of(AuditCount.class));
    }
}
