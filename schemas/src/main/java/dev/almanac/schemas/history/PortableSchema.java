package dev.almanac.schemas.history;

import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A record's schema as every language reads it: what the code generator leaves in it for Java alone is taken out. */
public final class PortableSchema {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String JAVA_STRING = "avro.java.string";

    private PortableSchema() {}

    /** The schema of a generated record; it is what the history commits and the registry holds. */
    public static Schema of(Class<? extends SpecificRecord> type) {
        return of(SpecificData.get().getSchema(type));
    }

    /** The same schema without what is meant for Java alone. */
    public static Schema of(Schema schema) {
        return new Schema.Parser().parse(strip(JSON.readTree(schema.toString())).toString());
    }

    private static JsonNode strip(JsonNode node) {
        return switch (node) {
            case ObjectNode object -> strip(object);
            case ArrayNode array -> {
                ArrayNode stripped = JsonNodeFactory.instance.arrayNode(array.size());
                array.forEach(element -> stripped.add(strip(element)));
                yield stripped;
            }
            default -> node;
        };
    }

    private static JsonNode strip(ObjectNode object) {
        ObjectNode stripped = JsonNodeFactory.instance.objectNode();
        for (var field : object.properties()) {
            if (!field.getKey().equals(JAVA_STRING)) {
                stripped.set(field.getKey(), strip(field.getValue()));
            }
        }
        boolean onlyNamesItsType = stripped.size() == 1 && stripped.path("type").isString();
        return onlyNamesItsType ? stripped.path("type") : stripped;
    }
}
