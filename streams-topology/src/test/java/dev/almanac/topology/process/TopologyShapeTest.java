package dev.almanac.topology.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.schemas.serde.InMemoryRegistry;
import dev.almanac.topology.config.CommitProperties;
import dev.almanac.topology.config.IdempotencyProperties;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TopologyShapeTest {
    private static final Path GOLDEN = Path.of("src/test/resources/topology.txt");
    private static final String REFRESH = "almanac.topology.refresh";

    @Test
    void theTopologyHasTheShapeThatWasReviewed() throws IOException {
        String shape = TaskTopologies.tasks(
                        InMemoryRegistry.serdes().serde(),
                        new CommitProperties(
                                Duration.ofMillis(10),
                                Duration.ofMillis(10),
                                Duration.ofMillis(2),
                                Duration.ofMillis(2),
                                Duration.ZERO),
                        new IdempotencyProperties(Duration.ofHours(24), Duration.ofSeconds(1), 100))
                .describe()
                .toString();
        if (Boolean.getBoolean(REFRESH)) {
            Files.writeString(GOLDEN, shape, UTF_8);
        }
        assertThat(shape)
                .as(
                        "the topology's shape. A renamed store or internal topic loses its data. Where the change is meant, "
                                + "write the file anew: ./mvnw -pl streams-topology -am test -Dtest=%s -D%s=true "
                                + "-Dsurefire.failIfNoSpecifiedTests=false",
                        getClass().getSimpleName(), REFRESH)
                .isEqualTo(Files.readString(GOLDEN, UTF_8));
    }
}
