package dev.almanac.api.kafka;

import java.util.HashMap;
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
public record KafkaSettings(
        List<String> bootstrapServers, @DefaultValue Map<String, String> properties) {
    public KafkaSettings {
        bootstrapServers = List.copyOf(bootstrapServers);
        properties = Map.copyOf(properties);
        if (bootstrapServers.isEmpty()) {
            throw new IllegalArgumentException("spring.kafka.bootstrap-servers must be set");
        }
    }

    /** What a client is configured with: these settings, and over them what it needs for itself. */
    public Map<String, Object> with(Map<String, Object> own) {
        Map<String, Object> all = new HashMap<>(properties);
        all.put("bootstrap.servers", String.join(",", bootstrapServers));
        all.putAll(own);
        return all;
    }

    /** Without the values, among which are secrets. */
    @Override
    public String toString() {
        return "KafkaSettings[bootstrapServers=" + bootstrapServers + ", properties=" + properties.keySet() + "]";
    }
}
