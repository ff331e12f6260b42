package dev.almanac.api.accept;

import java.util.UUID;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.reactive.config.WebFluxConfigurer;

/** Reads ids in paths as strictly as those in bodies, so that no two paths mean the same thing. */
@Configuration(proxyBeanMethods = false)
class IdsInPaths implements WebFluxConfigurer {
    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(
                String.class,
                UUID.class,
                text -> WrittenId.read(text).orElseThrow(() -> new IllegalArgumentException("A UUID was expected")));
    }
}
