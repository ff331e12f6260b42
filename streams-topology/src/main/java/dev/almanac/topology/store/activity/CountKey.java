package dev.almanac.topology.store.activity;

import dev.almanac.schemas.audit.AuditEntry;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;

/**
 * What is counted together within a workspace.
 *
 * @param day of UTC, from 1970 on, whatever the user's zone: the one that is the same for all who share a workspace
 * @param userId the nil UUID for Almanac itself
 * @param action as the audit log names it
 */
public record CountKey(LocalDate day, UUID userId, String action) {
    public static CountKey of(AuditEntry entry) {
        return new CountKey(
                LocalDate.ofInstant(entry.getAt(), ZoneOffset.UTC),
                entry.getActor().getUserId(),
                entry.getAction());
    }
}
