package dev.almanac.api.importing;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much imports may take.
 *
 * @param largest file
 * @param mostThings in a file; each takes some 20 bytes of memory while it is checked, a subtask some 100
 * @param atOnce by one instance; each has its file on disk meanwhile
 */
@ConfigurationProperties("almanac.import")
public record ImportSettings(
        @DefaultValue("256MB") DataSize largest,
        @DefaultValue("500000") int mostThings,
        @DefaultValue("2") int atOnce) {
    public ImportSettings {
        if (largest.toBytes() < 1 || mostThings < 1 || atOnce < 1) {
            throw new IllegalArgumentException("almanac.import: largest, most-things and at-once must be positive");
        }
    }
}
