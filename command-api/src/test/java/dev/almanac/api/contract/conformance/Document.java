package dev.almanac.api.contract.conformance;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The OpenAPI document, as something to look things up in. */
final class Document {
    private static final Pattern VARIABLE = Pattern.compile("\\{[^}]+}");

    private final JsonNode root;

    Document(byte[] json) {
        root = JsonMapper.shared().readTree(json);
    }

    JsonNode components() {
        return root.get("components");
    }

    /** The paths are few, and a literal segment is more to the point than a variable. */
    Route route(String method, String path) {
        return root.get("paths").properties().stream()
                .filter(candidate -> matches(candidate.getKey(), path))
                .min((one, other) -> Integer.compare(variables(one.getKey()), variables(other.getKey())))
                .map(candidate -> candidate.getValue().get(documented(method)))
                .<Route>map(Route.Call::new)
                .orElseGet(() -> isKnown(path) ? new Route.OtherMethods() : new Route.Unknown());
    }

    /** What a reference object stands for, or the object itself. */
    JsonNode resolve(JsonNode object) {
        var reference = object.get("$ref");
        return reference == null
                ? object
                : resolve(root.at(reference.stringValue().substring(1)));
    }

    Optional<JsonNode> response(JsonNode operation, int status) {
        return Optional.ofNullable(operation.get("responses").get(Integer.toString(status)))
                .map(this::resolve);
    }

    private boolean isKnown(String path) {
        return root.get("paths").propertyNames().stream().anyMatch(template -> matches(template, path));
    }

    /** Whoever answers GET answers HEAD. */
    private static String documented(String method) {
        return method.equals("HEAD") ? "get" : method.toLowerCase(Locale.ROOT);
    }

    private static boolean matches(String template, String path) {
        var expected = template.split("/", -1);
        var given = path.split("/", -1);
        if (expected.length != given.length) {
            return false;
        }
        for (var index = 0; index < expected.length; index++) {
            if (!VARIABLE.matcher(expected[index]).matches() && !expected[index].equals(given[index])) {
                return false;
            }
        }
        return true;
    }

    private static int variables(String template) {
        return (int) VARIABLE.matcher(template).results().count();
    }
}
