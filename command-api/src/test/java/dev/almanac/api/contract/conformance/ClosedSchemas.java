package dev.almanac.api.contract.conformance;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The document's schemas, read more strictly than clients should: what an answer has beyond them is an error, since then
 * it has not been described.
 */
final class ClosedSchemas {
    private static final String CLOSED = "unevaluatedProperties";

    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));
    private final JsonNode components;
    private final Map<JsonNode, Schema> schemas = new ConcurrentHashMap<>();

    ClosedSchemas(JsonNode components) {
        this.components = components.deepCopy();
        this.components.get("schemas").forEach(schema -> schema.forEach(ClosedSchemas::close));
    }

    /** What is wrong with the value, if anything. */
    List<String> faults(JsonNode schema, JsonNode value) {
        return schemas.computeIfAbsent(schema, this::compile).validate(value).stream()
                .map(Error::toString)
                .toList();
    }

    private Schema compile(JsonNode schema) {
        var whole = (ObjectNode) schema.deepCopy();
        close(whole);
        whole.set("components", components);
        return registry.getSchema(whole);
    }

    /** A schema by itself may be part of another; where it is used, by reference or in place, all has been said. */
    private static void close(JsonNode node) {
        if (node instanceof ObjectNode schema && isUse(schema) && !schema.has("additionalProperties")) {
            schema.put(CLOSED, false);
        }
        node.forEach(ClosedSchemas::close);
    }

    private static boolean isUse(ObjectNode schema) {
        return schema.path("$ref").isString()
                || (schema.path("properties").isObject() && schema.path("type").isString());
    }
}
