package dev.almanac.api.contract.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.StringNode;

/**
 * Checks answers of the running API against its contract: that the status is one that is described for the call, the
 * headers and the media type too, and that the body is valid by its schema and holds nothing beyond it.
 */
public final class Conformance {
    /** Headers that are the contract's: where a response has one, it must be described. */
    private static final Set<String> CONTRACTS = Set.of(
            "Accept",
            "Accept-Patch",
            "Allow",
            "Almanac-Read",
            "ETag",
            "Idempotency-Replayed",
            "Location",
            "Retry-After",
            "Sync-Token",
            "WWW-Authenticate");
    /** What can be said to any request before anyone knows what it asks for. */
    private static final Set<Integer> AT_THE_DOOR = Set.of(400, 401, 404, 405, 406, 413, 429, 503);

    private static final int DEFECT = 500;

    private final Document document;
    private final ClosedSchemas schemas;
    private final JsonNode problem;

    /** @param contract the document as {@code GET /openapi.json} answers it */
    public Conformance(byte[] contract) {
        document = new Document(contract);
        schemas = new ClosedSchemas(document.components());
        problem = document.components().get("schemas").get("Problem");
    }

    /** @throws AssertionError that tells everything that is not as the contract says */
    public void check(Answer answer) {
        var faults = faults(answer);
        if (!faults.isEmpty()) {
            throw new AssertionError("%s, which is not as the contract says:%n%s%nIt was: %s%n%s"
                    .formatted(
                            answer,
                            String.join(System.lineSeparator(), faults),
                            answer.headers(),
                            new String(answer.body(), UTF_8)));
        }
    }

    /** What is wrong with the body of a request to a call that takes one. */
    public List<String> requestFaults(String method, String path, byte[] body) {
        return switch (document.route(method, path)) {
            case Route.Call(var operation) ->
                operation
                        .path("requestBody")
                        .path("content")
                        .valueStream()
                        .flatMap(content -> faults(body, content.get("schema")).stream())
                        .toList();
            case Route.OtherMethods _, Route.Unknown _ -> List.of("There is no such call");
        };
    }

    private List<String> faults(Answer answer) {
        if (answer.status() == DEFECT) {
            return List.of("A defect");
        }
        return switch (document.route(answer.method(), answer.path())) {
            case Route.Call(var operation) ->
                document.response(operation, answer.status())
                        .map(response -> faults(answer, response))
                        .orElseGet(() -> List.of("The call has no such status"));
            case Route.OtherMethods _ when answer.method().equals("OPTIONS") -> List.of();
            case Route.OtherMethods _ -> atTheDoor(answer);
            // The page's files are no part of the contract.
            case Route.Unknown _ -> answer.path().startsWith("/api/") ? atTheDoor(answer) : List.of();
        };
    }

    private List<String> atTheDoor(Answer answer) {
        return AT_THE_DOOR.contains(answer.status())
                ? jsonFaults(answer, problem)
                : List.of("There is no such call, so it must be refused");
    }

    private List<String> faults(Answer answer, JsonNode response) {
        var faults = new ArrayList<>(headerFaults(answer, response.path("headers")));
        var content = response.path("content");
        if (answer.method().equals("HEAD")) {
            return faults;
        }
        if (content.isEmpty()) {
            if (answer.body().length > 0) {
                faults.add("The response has no body");
            }
        } else if (content.has(answer.mediaType())) {
            faults.addAll(bodyFaults(answer, content.get(answer.mediaType())));
        } else {
            faults.add("The media type is none of " + content.propertyNames());
        }
        return faults;
    }

    private List<String> headerFaults(Answer answer, JsonNode described) {
        var faults = new ArrayList<String>();
        described.properties().forEach(entry -> {
            var name = entry.getKey();
            var header = document.resolve(entry.getValue());
            answer.header(name)
                    .ifPresentOrElse(
                            value -> schemas.faults(header.get("schema"), StringNode.valueOf(value)).stream()
                                    .map(fault -> name + fault)
                                    .forEach(faults::add),
                            () -> {
                                if (header.path("required").asBoolean(false)) {
                                    faults.add(name + " is missing");
                                }
                            });
        });
        CONTRACTS.stream()
                .filter(name -> answer.header(name).isPresent() && !described.has(name))
                .map(name -> name + " is not described")
                .forEach(faults::add);
        return faults;
    }

    private List<String> bodyFaults(Answer answer, JsonNode mediaType) {
        var schema = mediaType.get("schema");
        if (answer.mediaType().equals("application/x-ndjson")) {
            return new String(answer.body(), UTF_8)
                    .lines()
                    .flatMap(line -> faults(line.getBytes(UTF_8), schema).stream())
                    .toList();
        }
        if (answer.mediaType().endsWith("json")) {
            return jsonFaults(answer, schema);
        }
        if (mediaType.has("x-event-data")) {
            return ServerSentEvents.data(new String(answer.body(), UTF_8)).stream()
                    .flatMap(event -> faults(event.getBytes(UTF_8), mediaType.get("x-event-data")).stream())
                    .toList();
        }
        return List.of();
    }

    private List<String> jsonFaults(Answer answer, JsonNode schema) {
        var faults = new ArrayList<>(faults(answer.body(), schema));
        if (faults.isEmpty() && answer.mediaType().equals("application/problem+json")) {
            var status =
                    JsonMapper.shared().readTree(answer.body()).get("status").asInt();
            if (status != answer.status()) {
                faults.add("The problem tells another status: " + status);
            }
        }
        return faults;
    }

    private List<String> faults(byte[] json, JsonNode schema) {
        try {
            return schemas.faults(schema, JsonMapper.shared().readTree(json));
        } catch (JacksonException unreadable) {
            return List.of("It is no JSON: " + unreadable.getOriginalMessage());
        }
    }
}
