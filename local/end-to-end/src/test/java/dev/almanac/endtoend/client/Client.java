package dev.almanac.endtoend.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The API as one user sees it. Headers are given as names and values in turn. */
public final class Client {
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final URI base;
    private final String user;
    private final String token;

    public Client(URI base, String user, String token) {
        this.base = base;
        this.user = user;
        this.token = token;
    }

    public String user() {
        return user;
    }

    /** The same user at another instance. */
    public Client at(URI instance) {
        return new Client(instance, user, token);
    }

    /** What the API says of itself. */
    public JsonNode document() {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(base.resolve("/openapi.json")).build();
            return JsonMapper.shared()
                    .readTree(exchange(request, BodyHandlers.ofString()).body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes the personal workspace at the first call. */
    public UUID userId() {
        return UUID.fromString(
                get("/me").expect(200).json().get("user").get("id").asString());
    }

    /** The user's own workspace. */
    public Workspace personal() {
        return new Workspace(this, userId());
    }

    /** A new workspace for this test alone. */
    public Workspace newWorkspace(String name) {
        Reply made = post("/workspaces", "{\"name\":\"" + name + "\"}").expect(201);
        Workspace workspace = new Workspace(this, UUID.fromString(made.id()));
        workspace.get("", "Sync-Token", made.header("Sync-Token")).expect(200);
        return workspace;
    }

    public Reply get(String path, String... headers) {
        return send("GET", path, BodyPublishers.noBody(), headers);
    }

    public Reply post(String path, String json, String... headers) {
        return send("POST", path, json(json), headers);
    }

    /** Sends nothing. */
    public Reply post(String path) {
        return send("POST", path, BodyPublishers.noBody());
    }

    public Reply put(String path, String json, String... headers) {
        return send("PUT", path, json(json), headers);
    }

    public Reply patch(String path, String json, String... headers) {
        return send("PATCH", path, BodyPublishers.ofString(json), with("application/merge-patch+json", headers));
    }

    public Reply delete(String path, String... headers) {
        return send("DELETE", path, BodyPublishers.noBody(), headers);
    }

    /** Asks as whoever has no token. */
    public static Reply getWithoutToken(URI base, String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE);
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            HttpResponse<String> response = exchange(request.build(), BodyHandlers.ofString());
            Contract.check(base, response);
            return new Reply(response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }

    /** Anything at all. */
    public Reply send(String method, String path, BodyPublisher body, String... headers) {
        try {
            return attempt(method, path, body, headers);
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        }
    }

    /** @throws IOException where no answer came */
    Reply attempt(String method, String path, BodyPublisher body, String... headers) throws IOException {
        HttpRequest.Builder request = request(path).timeout(PATIENCE).method(method, body);
        boolean typed = false;
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
            typed |= headers[i].equalsIgnoreCase("Content-Type");
        }
        if (!typed && body.contentLength() > 0) {
            request.header("Content-Type", "application/json");
        }
        HttpResponse<String> response = exchange(request.build(), BodyHandlers.ofString());
        Contract.check(base, response);
        return new Reply(response.statusCode(), response.headers(), response.body());
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + "/api/v1" + path)).header("Authorization", "Bearer " + token);
    }

    static <T> HttpResponse<T> exchange(HttpRequest request, HttpResponse.BodyHandler<T> handler) throws IOException {
        try {
            return HTTP.send(request, handler);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static BodyPublisher json(String json) {
        return BodyPublishers.ofString(json);
    }

    private static String[] with(String contentType, String... headers) {
        String[] all = new String[headers.length + 2];
        System.arraycopy(headers, 0, all, 0, headers.length);
        all[headers.length] = "Content-Type";
        all[headers.length + 1] = contentType;
        return all;
    }
}
