package dev.almanac.api.stream;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The live streams of this instance.
 *
 * @param maxOpen the most streams at once
 * @param maxOpenPerUser the most streams of one user at once
 * @param heartbeat how often each stream sends something at least; a client that takes nothing for as long is cut off
 * @param look how often streams are compared with the read model; whatever never arrived is sent after one to two of these
 * @param tail what a workspace's streams share; a client that is further behind is cut off, and can resume
 */
@ConfigurationProperties("almanac.stream")
public record StreamSettings(
        @DefaultValue("5000") int maxOpen,
        @DefaultValue("50") int maxOpenPerUser,
        @DefaultValue("15s") Duration heartbeat,
        @DefaultValue("500ms") Duration look,
        @DefaultValue Tail tail) {
    public StreamSettings {
        if (maxOpen < 1 || maxOpenPerUser < 1 || !heartbeat.isPositive() || !look.isPositive()) {
            throw new IllegalArgumentException("almanac.stream must be positive throughout");
        }
    }

    /**
     * The recent updates of a workspace that has streams; the first bound that is met counts.
     *
     * @param updates how many
     * @param bytes of their JSON, about; one update is kept however large
     * @param age how old
     */
    public record Tail(
            @DefaultValue("1024") int updates,
            @DefaultValue("1048576") long bytes,
            @DefaultValue("10s") Duration age) {
        public Tail {
            if (updates < 1 || bytes < 1 || !age.isPositive()) {
                throw new IllegalArgumentException("almanac.stream.tail must be positive throughout");
            }
        }
    }
}
