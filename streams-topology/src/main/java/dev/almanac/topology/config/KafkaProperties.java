package dev.almanac.topology.config;

import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The brokers.
 *
 * @param bootstrapServers {@code host:port} of some brokers, at least one
 * @param properties passed to every client as they are, under the names that Kafka gives them: TLS, SASL and the like
 */
@ConfigurationProperties("spring.kafka")
public record KafkaProperties(
        List<String> bootstrapServers, @DefaultValue Map<String, String> properties) {
    public KafkaProperties {
        bootstrapServers = List.copyOf(bootstrapServers);
        properties = Map.copyOf(properties);
        Check.that(!bootstrapServers.isEmpty(), "spring.kafka.bootstrap-servers", "set", "empty");
    }

    /** Without the values, among which are secrets. */
    @Override
    public String toString() {
        return "KafkaProperties[bootstrapServers=" + bootstrapServers + ", properties=" + properties.keySet() + "]";
    }
}
