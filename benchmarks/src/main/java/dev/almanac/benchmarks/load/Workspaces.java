package dev.almanac.benchmarks.load;

import dev.almanac.benchmarks.stack.Stack;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.json.JsonMapper;

/** The workspaces of several users, spread over the partitions, and the requests that change them. */
public final class Workspaces {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();
    private final List<Workspace> all;

    private Workspaces(List<Workspace> all) {
        this.all = all;
    }

    private record Workspace(URI url, String authorization) {}

    /** What a request came to: the workspace it went to, and the token that reads what it wrote. */
    public record Written(int workspace, String syncToken) {}

    /** Makes `each` workspaces for each of `users` users. */
    public static Workspaces create(Stack stack, int users, int each) throws IOException, InterruptedException {
        Workspaces made = new Workspaces(new ArrayList<>());
        for (int user = 0; user < users; user++) {
            String authorization = "Bearer " + stack.token("bench-" + user);
            for (int i = 0; i < each; i++) {
                HttpResponse<String> response = made.client.send(
                        request(stack.url().resolve("/api/v1/workspaces"), authorization)
                                .POST(HttpRequest.BodyPublishers.ofString("{\"name\":\"Bench " + i + "\"}"))
                                .build(),
                        BodyHandlers.ofString());
                if (response.statusCode() != 201) {
                    throw new IOException("making a workspace: " + response.statusCode() + " " + response.body());
                }
                String id = JSON.readTree(response.body()).get("id").asString();
                made.all.add(new Workspace(stack.url().resolve("/api/v1/workspaces/" + id + "/"), authorization));
            }
        }
        return made;
    }

    public int size() {
        return all.size();
    }

    /** Makes one task in the workspace with this number. */
    public CompletableFuture<Written> createTask(int workspace, String title) {
        return send(
                workspace, "tasks", "{\"title\":\"" + title + "\",\"priority\":\"high\",\"tags\":[\"bench\"]}", 201);
    }

    /** Makes `count` tasks at once, atomically. */
    public CompletableFuture<Written> createTasks(int workspace, String title, int count) {
        StringBuilder body = new StringBuilder("{\"atomic\":true,\"operations\":[");
        for (int i = 0; i < count; i++) {
            body.append(i == 0 ? "" : ",")
                    .append("{\"op\":\"create\",\"task\":{\"title\":\"")
                    .append(title)
                    .append(' ')
                    .append(i)
                    .append("\",\"priority\":\"high\",\"tags\":[\"bench\"]}}");
        }
        return send(workspace, "batch", body.append("]}").toString(), 200);
    }

    /** Whether the read model of the workspace has what the token stands for; waits for it as long as the API does. */
    public boolean isProjected(Written written) throws IOException, InterruptedException {
        Workspace workspace = all.get(written.workspace());
        HttpResponse<Void> response = client.send(
                request(workspace.url().resolve("lists"), workspace.authorization())
                        .header("Sync-Token", written.syncToken())
                        .GET()
                        .build(),
                BodyHandlers.discarding());
        return switch (response.statusCode()) {
            case 200 -> true;
            case 503 -> false;
            default -> throw new IOException("reading lists: " + response.statusCode());
        };
    }

    private CompletableFuture<Written> send(int number, String path, String body, int expected) {
        Workspace workspace = all.get(number);
        HttpRequest request = request(workspace.url().resolve(path), workspace.authorization())
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.sendAsync(request, BodyHandlers.ofString()).thenApply(response -> {
            if (response.statusCode() != expected) {
                throw new UnexpectedAnswerException(response.statusCode() + " " + response.body());
            }
            return new Written(
                    number, response.headers().firstValue("Sync-Token").orElseThrow());
        });
    }

    private static HttpRequest.Builder request(URI url, String authorization) {
        return HttpRequest.newBuilder(url)
                .timeout(TIMEOUT)
                .header("Authorization", authorization)
                .header("Content-Type", "application/json");
    }
}
