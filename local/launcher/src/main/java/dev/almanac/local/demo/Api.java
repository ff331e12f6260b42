package dev.almanac.local.demo;

import dev.almanac.local.home.LocalException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The public API, as one user. */
final class Api {
    /** What the API answers to that which is there already, and to that which somebody has removed since. */
    private static final int NOT_FOUND = 404;

    private static final int CONFLICT = 409;
    private static final int MULTIPLE_CHOICES = 300;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String JSON_TYPE = "application/json";
    private static final String SYNC_TOKEN = "Sync-Token";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http;
    private final URI base;
    private final String token;

    /** @param base without a slash at the end */
    Api(HttpClient http, URI base, String token) {
        this.http = http;
        this.base = base;
        this.token = token;
    }

    /** What was read; empty where it is not there for this user. */
    Optional<JsonNode> find(String path) throws InterruptedException {
        HttpResponse<String> answer = send(request(path).GET());
        return answer.statusCode() == NOT_FOUND ? Optional.empty() : Optional.of(good(answer));
    }

    JsonNode get(String path) throws InterruptedException {
        return good(send(request(path).GET()));
    }

    /** Makes something that may be there already. */
    Written write(String method, String path, JsonNode body, Map<String, String> headers) throws InterruptedException {
        HttpRequest.Builder request = request(path)
                .header("Content-Type", JSON_TYPE)
                .method(method, BodyPublishers.ofString(body.toString()));
        headers.forEach(request::header);
        HttpResponse<String> answer = send(request);
        if (answer.statusCode() == NOT_FOUND || answer.statusCode() == CONFLICT) {
            return new Written.Left();
        }
        return new Written.Made(
                good(answer), answer.headers().firstValueAsLong(SYNC_TOKEN).orElse(0));
    }

    /** Returns when reads tell what was written with the seq. */
    void await(String path, long seq) throws InterruptedException {
        good(send(request(path).header(SYNC_TOKEN, Long.toString(seq)).GET()));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + "/api/v1" + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws InterruptedException {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new LocalException("Almanac does not answer at " + base + ": " + e.getMessage(), e);
        }
    }

    private static JsonNode good(HttpResponse<String> answer) {
        if (answer.statusCode() >= MULTIPLE_CHOICES) {
            throw new LocalException(answer.request().method() + " " + answer.uri() + " was answered "
                    + answer.statusCode() + ": " + answer.body());
        }
        return answer.body().isEmpty() ? JSON.missingNode() : JSON.readTree(answer.body());
    }
}
