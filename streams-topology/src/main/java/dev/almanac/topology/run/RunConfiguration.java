package dev.almanac.topology.run;

import dev.almanac.schemas.serde.AvroSerdes;
import dev.almanac.topology.clock.SlewedClock;
import dev.almanac.topology.clock.StreamsTime;
import dev.almanac.topology.config.AuditProperties;
import dev.almanac.topology.config.CommitProperties;
import dev.almanac.topology.config.IdempotencyProperties;
import dev.almanac.topology.config.InstanceProperties;
import dev.almanac.topology.config.KafkaProperties;
import dev.almanac.topology.config.RegistryProperties;
import dev.almanac.topology.config.RunProperties;
import dev.almanac.topology.config.StateMemoryProperties;
import dev.almanac.topology.config.ThreadRestartProperties;
import dev.almanac.topology.config.TimerProperties;
import dev.almanac.topology.config.TopologyName;
import dev.almanac.topology.process.TaskTopologies;
import dev.almanac.topology.process.TimerMeters;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.streams.Topology;
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
    StreamsClients streamsClients(
            RunProperties selection,
            KafkaProperties kafka,
            RegistryProperties registry,
            InstanceProperties instance,
            CommitProperties commit,
            IdempotencyProperties idempotency,
            AuditProperties audit,
            TimerProperties timers,
            ThreadRestartProperties restarts,
            StateMemory memory,
            Clock clock,
            SlewedClock slewed,
            MeterRegistry meters,
            ApplicationEventPublisher events) {
        AvroSerdes serdes = new AvroSerdes(registry.settings());
        TimerMeters timerMeters = new TimerMeters(meters, slewed);
        StreamsTime time = new StreamsTime(slewed);
        Map<TopologyName, StreamsClient> clients = new EnumMap<>(TopologyName.class);
        for (TopologyName name : selection.run()) {
            Supplier<Topology> topology = switch (name) {
                case TASKS ->
                    () -> TaskTopologies.tasks(
                            serdes.serde(), commit, idempotency, timers, timerMeters, System::nanoTime);
                case AUDIT -> () -> TaskTopologies.audit(serdes.serde(), audit);
            };
            Map<String, Object> settings = switch (name) {
                case TASKS -> StreamsSettings.of(kafka, instance, commit, memory);
                case AUDIT -> StreamsSettings.of(kafka, instance, audit, memory);
            };
            clients.put(
                    name, new StreamsClient(name, topology, settings, instance, restarts, time, clock, meters, events));
        }
        return new StreamsClients(clients);
    }

    @Bean
    StreamsReadiness streamsReadiness(StreamsClients clients) {
        return new StreamsReadiness(clients);
    }
}
