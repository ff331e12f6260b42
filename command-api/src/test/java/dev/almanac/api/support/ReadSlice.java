package dev.almanac.api.support;

import dev.almanac.api.reply.PendingReplies;
import dev.almanac.local.backing.BackingServices;
import dev.almanac.schemas.provision.Provision;
import dev.almanac.schemas.serde.RegistrySettings;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.test.context.DynamicPropertyRegistry;

/** The API on a real port with its real read side: Postgres, broker and registry. Behind its write side is a script. */
@SpringBootConfiguration
@EnableAutoConfiguration
@ConfigurationPropertiesScan("dev.almanac.api")
@ComponentScan(
        basePackages = "dev.almanac.api",
        excludeFilters =
                @Filter(
                        type = FilterType.REGEX,
                        pattern = {
                            "dev\\.almanac\\.api\\.CommandApiApplication",
                            "dev\\.almanac\\.api\\.publish\\.KafkaCommandPublisher",
                            "dev\\.almanac\\.api\\.reply\\.(KafkaCommandLookup|ResultListener|ResultConsumers)",
                            ".*Slice",
                            ".*Test(\\$.*)?",
                        }))
public class ReadSlice {
    private static final int PARTITIONS = 3;

    @Bean
    ScriptedTopology scriptedTopology(PendingReplies replies) {
        return new ScriptedTopology(replies);
    }

    /** Where everything is. */
    public static void addresses(DynamicPropertyRegistry registry) {
        var backing = BackingServices.shared();
        var database = Projection.shared().database();
        try (var admin = Admin.create(Map.of("bootstrap.servers", backing.bootstrapServers()))) {
            Provision.provisionTopics(admin, PARTITIONS, 1);
            Provision.registerSchemas(new RegistrySettings(backing.registryUrl(), false));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        registry.add("spring.security.oauth2.resourceserver.jwt.issuer-uri", TestIssuer.shared()::uri);
        registry.add("spring.kafka.bootstrap-servers", backing::bootstrapServers);
        registry.add("almanac.registry.url", backing::registryUrl);
        registry.add("spring.r2dbc.url", database::r2dbcUrl);
        registry.add("spring.r2dbc.username", database::user);
        registry.add("spring.r2dbc.password", database::password);
        registry.add("spring.flyway.enabled", () -> false);
        registry.add("almanac.internal.token", () -> "a token for tests only");
        registry.add("almanac.secrets.master-key", () -> "a key that is there for tests only");
    }
}
