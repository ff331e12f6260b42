package dev.almanac.api.export;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much exports may take.
 *
 * @param atOnce by one instance; each holds a connection to the database; at least 1
 * @param fetchSize rows that are in memory at a time for each; at least 1
 * @param longest after which one is given up, since it holds a snapshot for as long; positive
 */
@ConfigurationProperties("almanac.export")
public record ExportSettings(
        @DefaultValue("3") int atOnce,
        @DefaultValue("200") int fetchSize,
        @DefaultValue("10m") Duration longest) {
    public ExportSettings {
        if (atOnce < 1 || fetchSize < 1 || !longest.isPositive()) {
            throw new IllegalArgumentException("almanac.export: at-once, fetch-size and longest must be positive");
        }
    }
}
