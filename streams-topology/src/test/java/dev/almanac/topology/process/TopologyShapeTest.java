package dev.almanac.topology.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.schemas.serde.InMemoryRegistry;
import dev.almanac.topology.config.AuditProperties;
import dev.almanac.topology.config.CommitProperties;
import dev.almanac.topology.config.IdempotencyProperties;
import dev.almanac.topology.config.TimerProperties;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.streams.Topology;
import org.junit.jupiter.api.Test;

class TopologyShapeTest {
    private static final String REFRESH = "almanac.topology.refresh";
    private static final Serde<SpecificRecord> RECORDS =
            InMemoryRegistry.serdes().serde();

    @Test
    void theTopologyThatDecidesHasTheShapeThatWasReviewed() throws IOException {
        CommitProperties commit = new CommitProperties(
                Duration.ofMillis(10),
                Duration.ofMillis(40),
                Duration.ofMillis(100),
                Duration.ofMillis(2),
                Duration.ofMillis(2),
                Duration.ZERO);
        IdempotencyProperties idempotency = new IdempotencyProperties(Duration.ofHours(24), Duration.ofSeconds(1), 100);

        TimerProperties timers = new TimerProperties(Duration.ofMillis(5), Duration.ofMillis(5), 128, 64);
        TimerMeters meters = new TimerMeters(new SimpleMeterRegistry(), Clock.systemUTC());

        hasTheShapeOf(
                "topology.txt", TaskTopologies.tasks(RECORDS, commit, idempotency, timers, meters, System::nanoTime));
    }

    @Test
    void theTopologyThatAggregatesHasTheShapeThatWasReviewed() throws IOException {
        AuditProperties audit = new AuditProperties(
                "audit",
                Duration.ofMillis(100),
                Duration.ofMillis(1),
                Duration.ofDays(365),
                Duration.ofSeconds(1),
                100);

        hasTheShapeOf("topology-audit.txt", TaskTopologies.audit(RECORDS, audit));
    }

    private static void hasTheShapeOf(String golden, Topology topology) throws IOException {
        Path file = Path.of("src/test/resources").resolve(golden);
        String shape = topology.describe().toString();
        if (Boolean.getBoolean(REFRESH)) {
            Files.writeString(file, shape, UTF_8);
        }
        assertThat(shape)
                .as(
                        "the topology's shape. A renamed store or internal topic loses its data. Where the change is meant, "
                                + "write the file anew: ./mvnw -pl streams-topology -am test -Dtest=%s -D%s=true "
                                + "-Dsurefire.failIfNoSpecifiedTests=false",
                        TopologyShapeTest.class.getSimpleName(), REFRESH)
                .isEqualTo(Files.readString(file, UTF_8));
    }
}
