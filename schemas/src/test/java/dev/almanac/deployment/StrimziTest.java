package dev.almanac.deployment;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.schemas.topic.Topic;
import dev.almanac.schemas.topic.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The Kubernetes resources of the topics and their users, against the catalogue. */
class StrimziTest {
    private static final Path FOLDER = Path.of("..", "strimzi");
    private static final String CLUSTER = "almanac";
    private static final int REPLICAS = 3;

    static List<Topic> topics() {
        return Topics.all();
    }

    @Test
    void everyTopicIsAResourceAndEveryResourceATopic() throws IOException {
        assertThat(read("topics.yaml"))
                .extracting(Manifests::name)
                .isEqualTo(topics().stream().map(Topic::name).toList());
    }

    @ParameterizedTest
    @MethodSource("topics")
    void aTopicsResourceSaysWhatTheCatalogueSays(Topic topic) throws IOException {
        JsonNode resource = read("topics.yaml").stream()
                .filter(document -> Manifests.name(document).equals(topic.name()))
                .findFirst()
                .orElseThrow();
        Map<String, String> config = new TreeMap<>(topic.config());
        config.put("min.insync.replicas", Integer.toString(REPLICAS - 1));

        assertThat(resource.at("/spec/partitions").asInt()).isEqualTo(Topics.DEFAULT_PARTITIONS);
        assertThat(resource.at("/spec/replicas").asInt()).isEqualTo(REPLICAS);
        assertThat(texts(resource.at("/spec/config"))).isEqualTo(config);
    }

    @Test
    void everythingBelongsToTheOneCluster() throws IOException {
        List<JsonNode> resources = Stream.concat(read("topics.yaml").stream(), read("users.yaml").stream())
                .toList();

        assertThat(resources)
                .extracting(resource -> resource.path("metadata")
                        .path("labels")
                        .path("strimzi.io/cluster")
                        .asString())
                .containsOnly(CLUSTER);
    }

    @Test
    void aUserMayUseTopicsOfTheCatalogueByNameAndNothingByWildcard() throws IOException {
        List<String> known = topics().stream().map(Topic::name).toList();
        List<JsonNode> rules = read("users.yaml").stream()
                .filter(user -> !Manifests.name(user).equals("schema-registry"))
                .flatMap(user -> Manifests.elements(user.at("/spec/authorization/acls")))
                .toList();

        assertThat(rules).isNotEmpty().allSatisfy(rule -> {
            JsonNode resource = rule.path("resource");
            String named = resource.path("name").asString();
            assertThat(named).isNotEmpty().isNotEqualTo("*");
            if (resource.path("type").asString().equals("topic")
                    && resource.path("patternType").asString().equals("literal")) {
                assertThat(named).isIn(known);
            }
            assertThat(Manifests.elements(rule.path("operations")).map(JsonNode::asString))
                    .doesNotContain("All", "Alter");
        });
    }

    private static List<JsonNode> read(String file) throws IOException {
        return Manifests.parse(Files.readString(FOLDER.resolve(file)));
    }

    private static Map<String, String> texts(JsonNode object) {
        return new TreeMap<>(object.properties().stream()
                .collect(toMap(Map.Entry::getKey, entry -> entry.getValue().asString())));
    }
}
