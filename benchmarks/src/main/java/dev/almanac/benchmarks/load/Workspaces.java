package dev.almanac.benchmarks.load;

import dev.almanac.benchmarks.stack.Stack;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufFlux;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.resources.LoopResources;
import tools.jackson.databind.json.JsonMapper;

/** The workspaces of several users, spread over the partitions, and the requests that change them. */
public final class Workspaces {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final int MOST_CONNECTIONS = 1000;

    /** A light one, since it takes its share of the machine that it measures. */
    private final HttpClient client = HttpClient.create(ConnectionProvider.builder("load")
                    .maxConnections(MOST_CONNECTIONS)
                    .build())
            .runOn(LoopResources.create("load", 1, true))
            .headers(headers -> headers.set("Content-Type", "application/json"))
            .responseTimeout(TIMEOUT);

    private final List<Workspace> all;

    private Workspaces(List<Workspace> all) {
        this.all = all;
    }

    private record Workspace(String url, String authorization) {}

    private record Response(int status, String syncToken, String body) {}

    /** What a request came to: the workspace it went to, and the token that reads what it wrote. */
    public record Written(int workspace, String syncToken) {}

    /** Makes `each` workspaces for each of `users` users. */
    public static Workspaces create(Stack stack, int users, int each) throws IOException, InterruptedException {
        Workspaces made = new Workspaces(new ArrayList<>());
        String all = stack.url().resolve("/api/v1/workspaces").toString();
        for (int user = 0; user < users; user++) {
            String authorization = "Bearer " + stack.token("bench-" + user);
            for (int i = 0; i < each; i++) {
                Response response = made.post(all, authorization, "{\"name\":\"Bench " + i + "\"}")
                        .join();
                if (response.status() != 201) {
                    throw new IOException("making a workspace: " + response.status() + " " + response.body());
                }
                String id = JSON.readTree(response.body()).get("id").asString();
                made.all.add(new Workspace(all + "/" + id + "/", authorization));
            }
        }
        return made;
    }

    public int size() {
        return all.size();
    }

    /** Where the changes of the workspace with this number are told. */
    public URI stream(int workspace) {
        return URI.create(all.get(workspace).url() + "stream");
    }

    /** The header that lets its user in. */
    public String authorization(int workspace) {
        return all.get(workspace).authorization();
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
    public boolean isProjected(Written written) throws IOException {
        Workspace workspace = all.get(written.workspace());
        int status = client.headers(headers ->
                        headers.set("Authorization", workspace.authorization()).set("Sync-Token", written.syncToken()))
                .get()
                .uri(workspace.url() + "lists")
                .response()
                .map(response -> response.status().code())
                .toFuture()
                .join();
        return switch (status) {
            case 200 -> true;
            case 503 -> false;
            default -> throw new IOException("reading lists: " + status);
        };
    }

    private CompletableFuture<Written> send(int number, String path, String body, int expected) {
        Workspace workspace = all.get(number);
        return post(workspace.url() + path, workspace.authorization(), body).thenApply(response -> {
            if (response.status() != expected) {
                throw new UnexpectedAnswerException(response.status() + " " + response.body());
            }
            return new Written(number, response.syncToken());
        });
    }

    private CompletableFuture<Response> post(String url, String authorization, String body) {
        return client.headers(headers -> headers.set("Authorization", authorization))
                .post()
                .uri(url)
                .send(ByteBufFlux.fromString(Mono.just(body)))
                .responseSingle((response, content) -> content.asString()
                        .defaultIfEmpty("")
                        .map(text -> new Response(
                                response.status().code(),
                                response.responseHeaders().get("Sync-Token", ""),
                                text)))
                .toFuture();
    }
}
