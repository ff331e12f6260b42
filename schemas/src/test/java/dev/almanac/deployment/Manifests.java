package dev.almanac.deployment;

import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Kubernetes resources as trees. */
final class Manifests {
    private static final YAMLMapper YAML = new YAMLMapper();

    private Manifests() {}

    /** The documents of a YAML text, empty ones left out. */
    static List<JsonNode> parse(String yaml) {
        try (var documents = YAML.readerFor(JsonNode.class).<JsonNode>readValues(yaml)) {
            return documents.readAll().stream().filter(JsonNode::isObject).toList();
        }
    }

    static String kind(JsonNode resource) {
        return resource.path("kind").asString();
    }

    static String name(JsonNode resource) {
        return resource.at("/metadata/name").asString();
    }

    static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
