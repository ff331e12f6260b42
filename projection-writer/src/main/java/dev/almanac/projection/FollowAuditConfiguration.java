package dev.almanac.projection;

import dev.almanac.projection.apply.AuditRow;
import dev.almanac.projection.consume.BatchPipeline;
import dev.almanac.projection.consume.ConsumeSettings;
import dev.almanac.projection.consume.ConsumerProperties;
import dev.almanac.projection.consume.DeadLetterTopic;
import dev.almanac.projection.consume.EventLoop;
import dev.almanac.projection.consume.ProjectionThread;
import dev.almanac.projection.consume.RecordDecoder;
import dev.almanac.projection.metrics.ProjectionMetrics;
import dev.almanac.projection.write.AuditExpiry;
import dev.almanac.projection.write.AuditModel;
import dev.almanac.projection.write.WriteSettings;
import dev.almanac.schemas.topic.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import io.r2dbc.spi.ConnectionFactory;
import java.time.Clock;
import java.util.function.LongSupplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.Deserializer;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;

/** The service's second half: follows {@code task-audit}, with a thread and a connection of its own. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AuditSettings.class)
class FollowAuditConfiguration {
    static final String TOPIC = Topics.TASK_AUDIT.name();

    @Bean
    ProjectionMetrics auditMetrics(MeterRegistry registry, Clock clock) {
        return new ProjectionMetrics(registry, clock, TOPIC);
    }

    @Bean
    DeadLetterTopic auditDeadLetters(KafkaProperties kafka, ProjectionMetrics auditMetrics) {
        return new DeadLetterTopic(Topics.TASK_AUDIT, kafka.buildProducerProperties(), auditMetrics);
    }

    @Bean
    EventLoop auditLoop(
            KafkaProperties kafka,
            ConnectionFactory connections,
            Deserializer<SpecificRecord> records,
            DeadLetterTopic auditDeadLetters,
            ProjectionMetrics auditMetrics,
            WriteSettings write,
            ConsumeSettings settings,
            LongSupplier nanos) {
        ConsumeSettings own = settings.ofAudit();
        AuditModel model = new AuditModel(connections, write.timeout());
        RecordDecoder<AuditRow> decoder = new RecordDecoder<>(records, AuditRow::read, auditDeadLetters);
        return new EventLoop(
                TOPIC,
                new KafkaConsumer<>(ConsumerProperties.sharedOfWhatIsLeft(kafka.buildConsumerProperties(), own)),
                new BatchPipeline<>(TOPIC, decoder, model, auditMetrics),
                model,
                auditMetrics,
                own,
                nanos);
    }

    @Bean
    @DependsOn("flywayInitializer")
    ProjectionThread auditThread(EventLoop auditLoop, ApplicationContext application) {
        return new ProjectionThread(
                "audit", auditLoop, () -> System.exit(SpringApplication.exit(application, () -> 1)));
    }

    @Bean
    @DependsOn("flywayInitializer")
    AuditSweep auditSweep(ConnectionFactory connections, WriteSettings write, AuditSettings audit, Clock clock) {
        return new AuditSweep(new AuditExpiry(connections, write.timeout()), audit, clock);
    }
}
