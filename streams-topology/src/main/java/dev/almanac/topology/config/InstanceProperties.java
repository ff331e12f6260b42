package dev.almanac.topology.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.streams.state.HostInfo;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * This instance of the topology among the others.
 *
 * @param applicationId the consumer group, and what changelogs and transactional ids begin with; the same on every
 *     instance, and never changed, since the state goes with it
 * @param advertised {@code host:port} at which the other instances and command-api reach this one's HTTP
 * @param stateDir folder of the state stores; where it is lost they are read again from their changelogs
 * @param threads stream threads, each with one transaction at a time, from 1 to 64
 * @param standbyReplicas further instances that keep a copy of each store, from 0 to 5
 * @param instanceId a name that outlives a restart (of a StatefulSet's pod, say), so that an instance that comes back
 *     within the session timeout finds its partitions again without a rebalance; none: a member as any other
 * @param sessionTimeout after which a silent instance loses its partitions to others
 * @param closeTimeout that a clean close may take, its last commit included
 */
@ConfigurationProperties("almanac.topology")
public record InstanceProperties(
        String applicationId,
        String advertised,
        Path stateDir,
        int threads,
        int standbyReplicas,
        @Nullable String instanceId,
        Duration sessionTimeout,
        Duration closeTimeout) {
    public InstanceProperties {
        Check.notBlank("almanac.topology.application-id", applicationId);
        Check.that(
                HostInfo.buildFromEndpoint(advertised) != null,
                "almanac.topology.advertised",
                "host:port",
                "'" + advertised + "'");
        Check.between("almanac.topology.threads", 1, 64, threads);
        Check.between("almanac.topology.standby-replicas", 0, 5, standbyReplicas);
        Check.positive("almanac.topology.session-timeout", sessionTimeout);
        Check.positive("almanac.topology.close-timeout", closeTimeout);
        instanceId = instanceId == null || instanceId.isBlank() ? null : instanceId;
    }

    /** The instance's lasting name, where it has one. */
    public Optional<String> staticMember() {
        return Optional.ofNullable(instanceId);
    }
}
