package dev.almanac.api.contract.conformance;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What came back for a request.
 *
 * @param method of the request
 * @param path of the request, without query
 * @param headers of the response, by name in any case
 * @param body of the response; empty where it has none. Of a stream, as much as was read
 */
public record Answer(String method, String path, int status, Map<String, List<String>> headers, byte[] body) {
    public Answer {
        var byName = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        byName.putAll(headers);
        headers = byName;
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name)).map(List::getFirst);
    }

    /** The media type without its parameters; empty where none is told. */
    String mediaType() {
        return header("Content-Type").map(type -> type.split(";", 2)[0].strip()).orElse("");
    }

    @Override
    public String toString() {
        return "%s %s answered %d".formatted(method, path, status);
    }
}
