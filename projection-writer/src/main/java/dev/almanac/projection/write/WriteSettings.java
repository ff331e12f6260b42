package dev.almanac.projection.write;

import java.time.Duration;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the read model is written. Its address and user are Spring Boot's own settings, {@code spring.r2dbc} and
 * {@code spring.flyway}.
 *
 * @param schema of the read model, in lower case letters, digits and underscores
 * @param connections that write a backlog at once, each some of the partitions; at least 1
 * @param timeout after which a transaction is given up and tried anew
 */
@ConfigurationProperties("almanac.projection.write")
public record WriteSettings(
        @DefaultValue("almanac") String schema,
        @DefaultValue("2") int connections,
        @DefaultValue("30s") Duration timeout) {
    /** Short enough that a name derived from it is still one to Postgres. */
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,49}");

    public WriteSettings {
        if (!NAME.matcher(schema).matches()) {
            throw new IllegalArgumentException("Not a name for the read model's schema: " + schema);
        }
        if (connections < 1) {
            throw new IllegalArgumentException("connections is at least 1, not " + connections);
        }
        if (!timeout.isPositive()) {
            throw new IllegalArgumentException("timeout is positive, not " + timeout);
        }
    }
}
