package dev.almanac.projection;

import dev.almanac.schemas.serde.RegistrySettings;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where schemas are found; the writer only reads them.
 *
 * @param url of the schema registry, {@code http://registry:8080}
 */
@ConfigurationProperties("almanac.registry")
record RegistryProperties(URI url) {
    RegistrySettings settings() {
        return new RegistrySettings(url, false);
    }
}
