package dev.almanac.topology.config;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How often a stream thread that failed is replaced before the whole process gives up and is started anew.
 *
 * @param limit replacements within the time, from 0
 * @param within the time, sliding
 */
@ConfigurationProperties("almanac.topology.thread-restarts")
public record ThreadRestartProperties(int limit, Duration within) {
    public ThreadRestartProperties {
        Check.between("almanac.topology.thread-restarts.limit", 0, 1000, limit);
        Check.positive("almanac.topology.thread-restarts.within", within);
    }
}
