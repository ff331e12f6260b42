package dev.almanac.projection;

import dev.almanac.projection.consume.BatchPipeline;
import dev.almanac.projection.consume.ConsumeSettings;
import dev.almanac.projection.consume.ConsumerProperties;
import dev.almanac.projection.consume.DeadLetters;
import dev.almanac.projection.rebuild.Rebuild;
import dev.almanac.projection.rebuild.RebuildCommand;
import dev.almanac.projection.rebuild.Schemas;
import dev.almanac.projection.write.ReadModel;
import dev.almanac.projection.write.WriteSettings;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The command {@code rebuild}. */
@Configuration(proxyBeanMethods = false)
class RebuildConfiguration {
    private static final Logger log = LoggerFactory.getLogger(RebuildConfiguration.class);

    @Bean
    Schemas schemas(WriteSettings settings) {
        return new Schemas(settings.schema());
    }

    @Bean
    TargetSchema targetSchema(Schemas schemas) {
        return new TargetSchema(schemas.fresh());
    }

    /** The rebuild migrates its schema itself, once it knows that it is alone. */
    @Bean
    FlywayMigrationStrategy migrateLater() {
        return flyway -> {};
    }

    /** The record became a dead letter when it was new. */
    @Bean
    DeadLetters deadLetters() {
        return (record, error) -> log.atWarn()
                .addKeyValue("partition", record.partition())
                .addKeyValue("offset", record.offset())
                .setCause(error)
                .log("A record can't be read");
    }

    @Bean
    RebuildCommand rebuildCommand(
            Schemas schemas,
            Flyway flyway,
            ReadModel readModel,
            KafkaProperties kafka,
            ConsumeSettings settings,
            BatchPipeline pipeline) {
        return new RebuildCommand(new Rebuild(
                ProjectionConfiguration.TOPIC,
                schemas,
                flyway,
                readModel,
                () -> new KafkaConsumer<>(ConsumerProperties.alone(kafka.buildConsumerProperties(), settings)),
                pipeline));
    }
}
