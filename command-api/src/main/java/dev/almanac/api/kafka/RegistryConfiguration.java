package dev.almanac.api.kafka;

import dev.almanac.schemas.serde.AvroSerdes;
import dev.almanac.schemas.serde.RegistrySettings;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the serdes, of which one instance serves all. */
@Configuration(proxyBeanMethods = false)
class RegistryConfiguration {
    /**
     * The schema registry.
     *
     * @param url {@code http://host:port}
     * @param autoRegister whether schemas that it lacks are registered; false in production
     */
    @ConfigurationProperties("almanac.registry")
    record Registry(URI url, boolean autoRegister) {}

    @Bean
    AvroSerdes avroSerdes(Registry registry) {
        return new AvroSerdes(new RegistrySettings(registry.url(), registry.autoRegister()));
    }
}
