package dev.almanac.projection;

import dev.almanac.projection.apply.Fact;
import dev.almanac.projection.apply.Facts;
import dev.almanac.projection.clock.ClockConfiguration;
import dev.almanac.projection.consume.BatchPipeline;
import dev.almanac.projection.consume.ConsumeSettings;
import dev.almanac.projection.consume.DeadLetters;
import dev.almanac.projection.consume.RecordDecoder;
import dev.almanac.projection.metrics.ProjectionMetrics;
import dev.almanac.projection.write.ReadModel;
import dev.almanac.projection.write.SideBySide;
import dev.almanac.projection.write.WriteSettings;
import dev.almanac.schemas.serde.AvroSerdes;
import dev.almanac.schemas.topic.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import io.r2dbc.postgresql.PostgresqlConnectionFactoryProvider;
import io.r2dbc.spi.ConnectionFactory;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.r2dbc.autoconfigure.ConnectionFactoryOptionsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What following the log and rebuilding from it have in common: {@code consume → apply → write}. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableConfigurationProperties({ConsumeSettings.class, WriteSettings.class, RegistryProperties.class})
@Import(ClockConfiguration.class)
class ProjectionConfiguration {
    static final String TOPIC = Topics.TASK_EVENTS.name();

    @Bean
    ProjectionMetrics metrics(MeterRegistry registry, Clock clock) {
        return new ProjectionMetrics(registry, clock, TOPIC);
    }

    @Bean
    FlywayConfigurationCustomizer migrateSchema(TargetSchema schema) {
        return flyway -> flyway.defaultSchema(schema.name());
    }

    @Bean
    ConnectionFactoryOptionsBuilderCustomizer writeSchema(TargetSchema schema, WriteSettings settings) {
        return options -> options.option(PostgresqlConnectionFactoryProvider.SCHEMA, schema.name())
                .option(PostgresqlConnectionFactoryProvider.STATEMENT_TIMEOUT, settings.timeout())
                .option(PostgresqlConnectionFactoryProvider.LOCK_WAIT_TIMEOUT, settings.timeout())
                // The log has what a crash of the server takes back, and the offset goes back with it.
                .option(PostgresqlConnectionFactoryProvider.OPTIONS, Map.of("synchronous_commit", "off"));
    }

    @Bean
    ReadModel readModel(ConnectionFactory connections, WriteSettings settings) {
        return new ReadModel(connections, settings.timeout());
    }

    @Bean
    SideBySide sideBySide(ConnectionFactory connections, WriteSettings settings, ReadModel readModel) {
        List<ReadModel> writers = new ArrayList<>(List.of(readModel));
        while (writers.size() < settings.connections()) {
            writers.add(new ReadModel(connections, settings.timeout()));
        }
        return new SideBySide(writers);
    }

    @Bean
    Deserializer<SpecificRecord> records(RegistryProperties registry) {
        AvroSerdes serdes = new AvroSerdes(registry.settings());
        return serdes.<SpecificRecord>serde().deserializer();
    }

    @Bean
    BatchPipeline<Fact> pipeline(
            Deserializer<SpecificRecord> records,
            DeadLetters deadLetters,
            SideBySide readModel,
            ProjectionMetrics metrics) {
        RecordDecoder<Fact> decoder =
                new RecordDecoder<>(records, (place, event) -> Optional.of(Facts.read(place, event)), deadLetters);
        return new BatchPipeline<>(TOPIC, decoder, readModel, metrics);
    }
}
