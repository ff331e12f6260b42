package dev.almanac.topology.config;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What this process is for.
 *
 * @param run the topologies that it runs, at least one; queries of the others are answered by other processes
 */
@ConfigurationProperties("almanac.topology")
public record RunProperties(
        @DefaultValue({"tasks", "audit"}) Set<TopologyName> run) {
    public RunProperties {
        run = Set.copyOf(run);
        Check.that(!run.isEmpty(), "almanac.topology.run", "at least one topology", "none");
    }
}
