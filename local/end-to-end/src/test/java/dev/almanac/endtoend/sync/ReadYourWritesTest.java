package dev.almanac.endtoend.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.almanac.endtoend.client.Reply;
import dev.almanac.endtoend.client.Workspace;
import dev.almanac.endtoend.system.OnTheRunningSystem;
import dev.almanac.endtoend.system.RunningSystem;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A read with a sync token shows what was written, or says that it can't yet; every read that the contract has. */
@OnTheRunningSystem
@Order(23)
class ReadYourWritesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String WORKSPACE = "/api/v1/workspaces/{workspaceId}";
    /** What the topology answers itself. */
    private static final Set<String> OF_THE_TOPOLOGY =
            Set.of("/tasks/{taskId}", "/tasks/{taskId}/occurrences", "/reminders");
    /** It goes on with what is there, and then with what comes. */
    private static final String STREAM = "/stream";
    /** For programs that know an address and nothing else, so no token. */
    private static final String CALENDAR = "/calendar.ics";

    private final RunningSystem system;
    private final Workspace workspace;
    private final Map<String, String> reads = new LinkedHashMap<>();

    ReadYourWritesTest(RunningSystem system) {
        this.system = system;
        this.workspace = system.client("ada").newWorkspace("Mine");
        String list =
                workspace.post("/lists", "{\"name\":\"List\"}").expect(201).id();
        String task = workspace.post("/tasks", """
                        {"title":"Recurring","due":{"date":"2030-01-01"},"recurrence":{"rule":"FREQ=DAILY"}}""").expect(201).id();
        String filter = workspace
                .post("/filters", "{\"name\":\"Open\",\"filter\":\"status = open\"}")
                .expect(201)
                .id();
        JsonNode paths = system.client("ada").document().get("paths");
        for (Map.Entry<String, JsonNode> path : paths.properties()) {
            if (path.getKey().startsWith(WORKSPACE) && path.getValue().has("get")) {
                String below = path.getKey().substring(WORKSPACE.length());
                reads.put(
                        below,
                        below.replace("{taskId}", task)
                                .replace("{listId}", list)
                                .replace("{filterId}", filter));
            }
        }
        reads.keySet().removeAll(Set.of(STREAM, CALENDAR));
    }

    @Test
    void noReadAnswersWithLessThanTheTokenAsks() {
        assertThat(reads)
                .containsKeys("", "/tasks", "/task-facets", "/changes", "/lists", "/activity", "/stats", "/export")
                .containsKeys(OF_THE_TOPOLOGY.toArray(new String[0]));
        long written;
        try (var _ = system.suspended("projection-writer")) {
            written = workspace.task("Written while nothing is projected").syncToken();
            Map<String, Reply> replies = readAll(written);
            replies.forEach((read, reply) -> {
                if (OF_THE_TOPOLOGY.contains(read)) {
                    assertThat(reply.expect(200).syncToken()).as(read).isGreaterThanOrEqualTo(written);
                } else {
                    assertThat(reply.expect(503).problem()).as(read).isEqualTo("sync-timeout");
                    assertThat(reply.header("Retry-After")).as(read).isEqualTo("1");
                }
            });
        }
        assertAllShow(written);
        assertThat(workspace.tasks(written).stream()
                        .map(task -> task.get("title").asString()))
                .contains("Written while nothing is projected");
    }

    /** A read that comes before what it is to show waits for it. */
    @Test
    void aReadWaitsForWhatIsStillToCome() {
        long next = workspace.task("Written before").syncToken() + 1;
        CompletableFuture<Void> reading = CompletableFuture.runAsync(() -> assertAllShow(next));
        assertThat(workspace.task("Written meanwhile").syncToken()).isEqualTo(next);
        reading.join();
    }

    /** Whoever is told that it isn't there yet asks again, and is never answered with less. */
    private void assertAllShow(long token) {
        await("reads").atMost(PATIENCE).until(() -> {
            Map<String, Reply> replies = readAll(token);
            replies.values().removeIf(reply -> reply.status() == 503);
            replies.forEach((read, reply) ->
                    assertThat(reply.expect(200).syncToken()).as(read).isGreaterThanOrEqualTo(token));
            return replies.size() == reads.size();
        });
    }

    private Map<String, Reply> readAll(long token) {
        try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Map.Entry<String, Reply>>> replies = reads.entrySet().stream()
                    .map(read -> CompletableFuture.supplyAsync(
                            () -> Map.entry(
                                    read.getKey(), workspace.get(read.getValue(), "Sync-Token", Long.toString(token))),
                            readers))
                    .toList();
            Map<String, Reply> all = new HashMap<>();
            replies.forEach(reply -> all.put(reply.join().getKey(), reply.join().getValue()));
            return all;
        }
    }
}
