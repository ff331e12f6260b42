package dev.almanac.projection;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * For how long what was done stays in Postgres.
 *
 * @param retention of entries and counts, by their own time, in whole days; that of the topic
 * @param sweepInterval at which what is older is looked for
 * @param sweepRows that one transaction deletes at most
 */
@ConfigurationProperties("almanac.projection.audit")
record AuditSettings(
        @DefaultValue("365d") Duration retention,
        @DefaultValue("1h") Duration sweepInterval,
        @DefaultValue("1000") int sweepRows) {
    AuditSettings {
        if (retention.toDays() < 1) {
            throw new IllegalArgumentException("almanac.projection.audit.retention must be a day at least");
        }
        if (!sweepInterval.isPositive()) {
            throw new IllegalArgumentException("almanac.projection.audit.sweep-interval must be positive");
        }
        if (sweepRows < 1 || sweepRows > 100_000) {
            throw new IllegalArgumentException("almanac.projection.audit.sweep-rows must be from 1 to 100000");
        }
    }
}
