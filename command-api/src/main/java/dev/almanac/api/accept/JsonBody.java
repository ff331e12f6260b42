package dev.almanac.api.accept;

import dev.almanac.api.problem.Problem;
import dev.almanac.api.problem.ProblemType;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * A request's body, read as JSON but not yet understood.
 *
 * @param json what it holds; {@link MissingNode} where the request has no body
 */
public record JsonBody(JsonNode json) {
    private static final int DEEPEST = 16;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
            .build();

    /** The body of a request that has none. */
    public static JsonBody none() {
        return new JsonBody(MissingNode.getInstance());
    }

    /**
     * Reads a body in UTF-8, UTF-16 or UTF-32.
     *
     * @throws dev.almanac.api.problem.ProblemException where it is no JSON, repeats a field or nests too deep
     */
    public static JsonBody parse(byte[] bytes) {
        try {
            return new JsonBody(MAPPER.readTree(bytes));
        } catch (JacksonException unreadable) {
            var at = unreadable.getLocation();
            var place = at == null ? "" : " at line %d, column %d".formatted(at.getLineNr(), at.getColumnNr());
            throw Problem.of(
                            ProblemType.MALFORMED,
                            "The body is not JSON" + place + ": " + unreadable.getOriginalMessage())
                    .exception();
        }
    }

    /** The same bytes for every way of writing the same JSON: no white space, fields in order. */
    public byte[] canonical() {
        return json.isMissingNode() ? new byte[0] : MAPPER.writeValueAsBytes(json);
    }
}
