package dev.almanac.topology.config;

import dev.almanac.schemas.serde.RegistrySettings;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The schema registry.
 *
 * @param url {@code http://host:port}
 * @param autoRegister whether schemas that it lacks are registered; false in production
 */
@ConfigurationProperties("almanac.registry")
public record RegistryProperties(URI url, boolean autoRegister) {
    public RegistrySettings settings() {
        return new RegistrySettings(url, autoRegister);
    }
}
