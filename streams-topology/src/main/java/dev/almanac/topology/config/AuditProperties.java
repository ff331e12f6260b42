package dev.almanac.topology.config;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The topology that aggregates the audit log.
 *
 * @param applicationId as that of the deciding topology, and another one; never changed, since the state goes with it
 * @param commitInterval between two commits; queries see what is not yet committed
 * @param gather for how long entries are gathered at the broker where there are few, before they are read; whoever reads what
 *     was done just now waits for it
 * @param retention how long entries and counts are kept, by their own time; that of the topic, since what the topic has
 *     dropped can't be read again
 * @param sweepInterval at which each partition looks for what is older
 * @param sweepLimit workspaces that it looks at, and records that it removes, each time at most
 */
@ConfigurationProperties("almanac.topology.audit")
public record AuditProperties(
        String applicationId,
        Duration commitInterval,
        Duration gather,
        Duration retention,
        Duration sweepInterval,
        int sweepLimit) {
    public AuditProperties {
        Check.notBlank("almanac.topology.audit.application-id", applicationId);
        Check.positive("almanac.topology.audit.commit-interval", commitInterval);
        Check.positive("almanac.topology.audit.gather", gather);
        Check.positive("almanac.topology.audit.retention", retention);
        Check.positive("almanac.topology.audit.sweep-interval", sweepInterval);
        Check.between("almanac.topology.audit.sweep-limit", 1, 100_000, sweepLimit);
    }
}
