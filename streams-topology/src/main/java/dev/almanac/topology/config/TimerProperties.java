package dev.almanac.topology.config;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How due timers share a stream thread with commands, and one workspace's with another's.
 *
 * @param tick at which each partition looks whether a timer is due; where none is that costs nothing
 * @param budget after which it lets commands have their turn, for as long as its own took
 * @param batch timers that are decided before anything is written
 * @param share of a batch, the most of one workspace
 */
@ConfigurationProperties("almanac.topology.timers")
public record TimerProperties(Duration tick, Duration budget, int batch, int share) {
    public TimerProperties {
        Check.positive("almanac.topology.timers.tick", tick);
        Check.positive("almanac.topology.timers.budget", budget);
        Check.between("almanac.topology.timers.batch", 1, 10_000, batch);
        Check.between("almanac.topology.timers.share", 1, batch, share);
    }
}
