package dev.almanac.api.contract.fuzz;

import dev.almanac.api.support.Facts;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Values that a schema of the contract mostly allows. */
final class Samples {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<UUID> IDS = List.of(Facts.WORKSPACE, Facts.LIST, Facts.TASK, Facts.COMMENT, Facts.ADA);
    private static final List<String> TEXTS = List.of("Pay rent", "Ä", "x", "Buy 🥛 and **bread**", "a\tb", "日本");

    private final JsonNode document;
    private final Random random;

    Samples(JsonNode document, Random random) {
        this.document = document;
        this.random = random;
    }

    JsonNode of(JsonNode schema) {
        if (schema.has("const")) {
            return schema.get("const");
        }
        if (schema.has("enum")) {
            return oneOf(schema.get("enum"));
        }
        if (schema.has("examples")) {
            return oneOf(schema.get("examples"));
        }
        var parts = JSON.objectNode();
        for (var part : List.of(referred(schema), chosen(schema), itself(schema))) {
            if (!(part instanceof ObjectNode object)) {
                return part;
            }
            parts.setAll(object);
        }
        return parts;
    }

    private JsonNode referred(JsonNode schema) {
        return schema.has("$ref")
                ? of(document.at(schema.get("$ref").stringValue().substring(1)))
                : JSON.objectNode();
    }

    private JsonNode chosen(JsonNode schema) {
        return schema.has("oneOf") ? of(oneOf(schema.get("oneOf"))) : JSON.objectNode();
    }

    private JsonNode itself(JsonNode schema) {
        var type = schema.path("type");
        return switch (type.isArray() ? oneOf(type).asString() : type.asString("object")) {
            case "string" -> string(schema);
            case "integer" ->
                JSON.numberNode(random.nextLong(schema.path("minimum").asLong(0), 4));
            case "boolean" -> JSON.booleanNode(random.nextBoolean());
            case "array" -> array(schema);
            case "null" -> JSON.nullNode();
            default -> object(schema);
        };
    }

    private JsonNode string(JsonNode schema) {
        return JSON.stringNode(
                schema.path("format").asString("").equals("uuid")
                        ? IDS.get(random.nextInt(IDS.size())).toString()
                        : TEXTS.get(random.nextInt(TEXTS.size())));
    }

    private JsonNode array(JsonNode schema) {
        var array = JSON.arrayNode();
        var size = schema.path("minItems").asInt(0) + random.nextInt(3);
        for (var index = 0; index < size; index++) {
            array.add(of(schema.get("items")));
        }
        return array;
    }

    private JsonNode object(JsonNode schema) {
        var object = JSON.objectNode();
        var required =
                schema.path("required").valueStream().map(JsonNode::asString).toList();
        schema.path("properties").properties().forEach(property -> {
            if (required.contains(property.getKey()) || random.nextInt(3) == 0) {
                object.set(property.getKey(), of(property.getValue()));
            }
        });
        return object;
    }

    private JsonNode oneOf(JsonNode values) {
        return values.get(random.nextInt(values.size()));
    }
}
