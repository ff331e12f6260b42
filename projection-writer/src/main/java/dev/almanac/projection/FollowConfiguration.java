package dev.almanac.projection;

import dev.almanac.projection.apply.Fact;
import dev.almanac.projection.consume.BatchPipeline;
import dev.almanac.projection.consume.ConsumeSettings;
import dev.almanac.projection.consume.ConsumerProperties;
import dev.almanac.projection.consume.DeadLetterTopic;
import dev.almanac.projection.consume.EventLoop;
import dev.almanac.projection.consume.ProjectionThread;
import dev.almanac.projection.health.HaltedWorkspaces;
import dev.almanac.projection.health.ProjectionHealth;
import dev.almanac.projection.metrics.ProjectionMetrics;
import dev.almanac.projection.write.ReadModel;
import dev.almanac.projection.write.WriteSettings;
import dev.almanac.schemas.topic.Topics;
import java.util.Map;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The service: follows {@code task-events} and {@code task-audit}. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@Import(FollowAuditConfiguration.class)
class FollowConfiguration {
    @Bean
    TargetSchema targetSchema(WriteSettings settings) {
        return new TargetSchema(settings.schema());
    }

    @Bean
    DeadLetterTopic deadLetters(KafkaProperties kafka, ProjectionMetrics metrics) {
        return new DeadLetterTopic(Topics.TASK_EVENTS, kafka.buildProducerProperties(), metrics);
    }

    @Bean
    EventLoop eventLoop(
            KafkaProperties kafka,
            BatchPipeline<Fact> pipeline,
            ReadModel readModel,
            ProjectionMetrics metrics,
            ConsumeSettings settings,
            LongSupplier nanos) {
        return new EventLoop(
                ProjectionConfiguration.TOPIC,
                new KafkaConsumer<>(ConsumerProperties.shared(kafka.buildConsumerProperties(), settings)),
                pipeline,
                readModel,
                metrics,
                settings,
                nanos);
    }

    @Bean
    @DependsOn("flywayInitializer")
    ProjectionThread projectionThread(EventLoop eventLoop, ApplicationContext application) {
        return new ProjectionThread(
                "projection", eventLoop, () -> System.exit(SpringApplication.exit(application, () -> 1)));
    }

    @Bean
    ProjectionHealth projection(EventLoop eventLoop, EventLoop auditLoop) {
        return new ProjectionHealth(
                Map.of(ProjectionConfiguration.TOPIC, eventLoop, FollowAuditConfiguration.TOPIC, auditLoop));
    }

    @Bean
    HaltedWorkspaces haltedWorkspaces(ReadModel readModel, ProjectionMetrics metrics) {
        return new HaltedWorkspaces(readModel, metrics);
    }
}
