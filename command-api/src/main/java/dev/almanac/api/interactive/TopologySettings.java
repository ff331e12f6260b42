package dev.almanac.api.interactive;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the topology answers.
 *
 * @param url of any of its instances, or of what balances between them
 * @param timeout after which a read is given up; longer than the 2 s for which it may wait for a sync token
 */
@ConfigurationProperties("almanac.topology")
public record TopologySettings(URI url, @DefaultValue("4s") Duration timeout) {
    public TopologySettings {
        if (!timeout.isPositive()) {
            throw new IllegalArgumentException("almanac.topology.timeout must be positive");
        }
    }
}
