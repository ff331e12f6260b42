package dev.almanac.schemas.history;

import static org.apache.avro.SchemaCompatibility.checkReaderWriterCompatibility;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility.Incompatibility;

/**
 * FULL_TRANSITIVE: whoever has a version of a schema reads what is written with any other. Beyond what Avro checks, a
 * field keeps its logical type, since the bytes of a date and of a number of things are the same.
 */
final class Compatibility {
    private Compatibility() {}

    /** What would break between a schema and the versions before it; empty where nothing does. */
    static List<String> violations(Schema current, List<Schema> versions) {
        List<String> violations = new ArrayList<>();
        for (int i = 0; i < versions.size(); i++) {
            Schema version = versions.get(i);
            String name = "version " + (i + 1);
            describe(current, version)
                    .forEach(problem -> violations.add("the new schema can't read " + name + problem));
            describe(version, current)
                    .forEach(problem -> violations.add(name + " can't read the new schema" + problem));
            changedLogicalTypes(version, current)
                    .forEach(field -> violations.add(field + " had another logical type in " + name));
        }
        return violations;
    }

    private static List<String> describe(Schema reader, Schema writer) {
        return checkReaderWriterCompatibility(reader, writer).getResult().getIncompatibilities().stream()
                .map(Compatibility::describe)
                .toList();
    }

    private static String describe(Incompatibility incompatibility) {
        return " at " + incompatibility.getLocation() + ": " + incompatibility.getType() + " "
                + incompatibility.getMessage();
    }

    private static List<String> changedLogicalTypes(Schema before, Schema after) {
        Map<String, String> old = new HashMap<>();
        collectLogicalTypes(before, "", old, new ArrayList<>());
        Map<String, String> now = new HashMap<>();
        collectLogicalTypes(after, "", now, new ArrayList<>());
        return old.keySet().stream()
                .filter(path -> now.containsKey(path) && !Objects.equals(old.get(path), now.get(path)))
                .sorted()
                .toList();
    }

    private static void collectLogicalTypes(
            Schema schema, String path, Map<String, String> found, List<String> enclosing) {
        switch (schema.getType()) {
            case RECORD -> {
                if (!enclosing.contains(schema.getFullName())) {
                    enclosing.add(schema.getFullName());
                    schema.getFields()
                            .forEach(field ->
                                    collectLogicalTypes(field.schema(), path + '/' + field.name(), found, enclosing));
                    enclosing.remove(schema.getFullName());
                }
            }
            case UNION -> schema.getTypes().forEach(type -> collectLogicalTypes(type, path, found, enclosing));
            case ARRAY -> collectLogicalTypes(schema.getElementType(), path + "/*", found, enclosing);
            case MAP -> collectLogicalTypes(schema.getValueType(), path + "/*", found, enclosing);
            case ENUM, FIXED, STRING, BYTES, INT, LONG, FLOAT, DOUBLE, BOOLEAN, NULL ->
                found.merge(
                        path,
                        schema.getLogicalType() == null
                                ? ""
                                : schema.getLogicalType().getName(),
                        (one, other) -> one + '|' + other);
        }
    }
}
