package dev.almanac.topology.run;

import dev.almanac.schemas.serde.AvroSerdes;
import dev.almanac.topology.config.CommitProperties;
import dev.almanac.topology.config.IdempotencyProperties;
import dev.almanac.topology.config.InstanceProperties;
import dev.almanac.topology.config.KafkaProperties;
import dev.almanac.topology.config.RegistryProperties;
import dev.almanac.topology.config.StateMemoryProperties;
import dev.almanac.topology.config.ThreadRestartProperties;
import dev.almanac.topology.process.TaskTopologies;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RunConfiguration {
    @Bean
    StateMemory stateMemory(StateMemoryProperties settings, MeterRegistry meters) {
        StateMemory memory = new StateMemory(settings);
        Gauge.builder("almanac.topology.state.memory", memory, StateMemory::usedBytes)
                .description("Native memory that the state stores share")
                .baseUnit("bytes")
                .register(meters);
        return memory;
    }

    @Bean
    StreamsClient streamsClient(
            KafkaProperties kafka,
            RegistryProperties registry,
            InstanceProperties instance,
            CommitProperties commit,
            IdempotencyProperties idempotency,
            ThreadRestartProperties restarts,
            StateMemory memory,
            Clock clock,
            MeterRegistry meters,
            ApplicationEventPublisher events) {
        AvroSerdes serdes = new AvroSerdes(registry.settings());
        return new StreamsClient(
                () -> TaskTopologies.tasks(serdes.serde(), commit, idempotency),
                StreamsSettings.of(kafka, instance, commit, memory),
                instance,
                restarts,
                clock,
                meters,
                events);
    }

    @Bean
    StreamsReadiness streamsReadiness(StreamsClient client) {
        return new StreamsReadiness(client);
    }
}
