package dev.almanac.api.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.almanac.schemas.id.Ids;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One user at the API. */
public final class ApiClient {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.shared();

    private final int port;
    private final String name;

    public ApiClient(int port, String name) {
        this.port = port;
        this.name = name;
    }

    /** What came back; {@code text} is the body. */
    public record Answer(int status, HttpHeaders headers, String text) {
        public JsonNode json() {
            return JSON.readTree(text);
        }

        /** The values of one field of all items. */
        public List<String> items(String field) {
            return json().get("items")
                    .valueStream()
                    .map(item -> item.get(field).asString())
                    .toList();
        }

        public long syncToken() {
            return headers.firstValueAsLong("Sync-Token").orElseThrow();
        }

        /** The slug of the problem. */
        public String problem() {
            var type = json().get("type").asString();
            return type.substring(type.lastIndexOf('/') + 1);
        }
    }

    public static UUID userId(String name) {
        return Ids.user(TestIssuer.shared().uri(), name);
    }

    public UUID userId() {
        return userId(name);
    }

    /** @param headers names and values in turn */
    public Answer get(String path, String... headers) {
        return send(request(path, headers));
    }

    /** Sends a body of JSON, likewise. */
    public Answer post(String path, String body, String... headers) {
        return send(request(path, headers)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1" + path))
                .header("Authorization", "Bearer " + TestIssuer.shared().token(name));
        return headers.length > 0 ? request.headers(headers) : request;
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            var response = HTTP.send(request.build(), BodyHandlers.ofString());
            ContractChecks.check(response, response.body().getBytes(UTF_8));
            return new Answer(response.statusCode(), response.headers(), response.body());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
