package dev.almanac.endtoend.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.almanac.endtoend.client.Replica;
import dev.almanac.endtoend.client.Rover;
import dev.almanac.endtoend.client.Workspace;
import dev.almanac.endtoend.system.AnotherApi;
import dev.almanac.endtoend.system.OnTheRunningSystem;
import dev.almanac.endtoend.system.RunningSystem;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import tools.jackson.databind.JsonNode;

/** Clients come and go at random while much is written, between two instances, of which one goes for good. */
@OnTheRunningSystem
@Order(21)
class RovingTest {
    private static final int WRITES = 5_000;
    private static final int SCRIBES = 4;
    private static final int ROVERS = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final RunningSystem system;
    private final Workspace workspace;

    RovingTest(RunningSystem system) {
        this.system = system;
        this.workspace = system.client("ada").newWorkspace("Well travelled");
    }

    @Test
    void whoReconnectsAtRandomEndsWithExactlyTheServersState(TestReporter reporter) throws IOException {
        long seed = ThreadLocalRandom.current().nextLong();
        reporter.publishEntry("seed", Long.toString(seed));
        AtomicLong seq = new AtomicLong();
        List<Rover> rovers = new ArrayList<>();
        try (AnotherApi another = system.anotherApi()) {
            for (int i = 0; i < ROVERS; i++) {
                Workspace theirs = workspace.admit(system.client("rover-" + i), "viewer");
                rovers.add(new Rover(theirs, List.of(system.url(), another.url()), seed + i));
            }
            List<CompletableFuture<Void>> writing = new ArrayList<>();
            for (int i = 0; i < SCRIBES; i++) {
                Workspace theirs = workspace.admit(system.client("scribe-" + i), "editor");
                writing.add(new Scribe(theirs, seed + ROVERS + i, seq, WRITES).start());
            }
            CompletableFuture<?> written = CompletableFuture.allOf(writing.toArray(CompletableFuture<?>[]::new));
            letTheReadModelLag(seq, WRITES / 5, WRITES * 2 / 5, written);
            awaitSeq(seq, WRITES * 3 / 5, written);
            another.close();
            letTheReadModelLag(seq, WRITES * 4 / 5, WRITES * 9 / 10, written);
            written.join();

            long last = workspace
                    .post("/lists", "{\"name\":\"The end\"}")
                    .expect(201)
                    .syncToken();
            assertThat(last).isGreaterThan(WRITES);
            Map<String, JsonNode> server = server(last);
            for (Rover rover : rovers) {
                Replica replica = await("everything told")
                        .atMost(PATIENCE)
                        .until(rover::replica, reached -> reached.reached() >= last);
                assertThat(replica.reached()).isEqualTo(last);
                assertThat(replica.things()).isEqualTo(server);
                reporter.publishEntry("connections", Integer.toString(rover.connections()));
            }
            reporter.publishEntry("seq", Long.toString(last));
        } finally {
            for (Rover rover : rovers) {
                rover.close();
            }
        }
    }

    private void letTheReadModelLag(AtomicLong seq, int from, int to, CompletableFuture<?> written) {
        awaitSeq(seq, from, written);
        try (var _ = system.suspended("projection-writer")) {
            awaitSeq(seq, to, written);
        }
    }

    private static void awaitSeq(AtomicLong seq, int atLeast, CompletableFuture<?> written) {
        await("writes").atMost(PATIENCE).until(() -> seq.get() >= atLeast || written.isCompletedExceptionally());
    }

    /** By a client that was never there before, with what the lists of tasks show for the tasks. */
    private Map<String, JsonNode> server(long last) {
        Map<String, JsonNode> things = new TreeMap<>();
        await("the read model")
                .atMost(PATIENCE)
                .until(() -> workspace
                                .get("/lists", "Sync-Token", Long.toString(last))
                                .status()
                        == 200);
        workspace.changes(0).stream()
                .filter(change -> !change.get("state").isNull())
                .forEach(change -> things.put(name(change.get("kind").asString(), change), change.get("state")));
        Map<String, JsonNode> tasks = new TreeMap<>();
        Stream.concat(workspace.tasks(last).stream(), workspace.trash(last).stream())
                .forEach(task -> tasks.put(name("task", task), task));
        assertThat(tasks).isNotEmpty();
        assertThat(things).containsAllEntriesOf(tasks);
        assertThat(things.keySet().stream().filter(name -> name.startsWith("task ")))
                .hasSameSizeAs(tasks.keySet());
        return things;
    }

    private static String name(String kind, JsonNode thing) {
        return kind + " " + thing.get("id").asString();
    }
}
