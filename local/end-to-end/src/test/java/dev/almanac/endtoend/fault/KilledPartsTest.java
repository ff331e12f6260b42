package dev.almanac.endtoend.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.almanac.endtoend.client.Follower;
import dev.almanac.endtoend.client.Workspace;
import dev.almanac.endtoend.system.EventLog;
import dev.almanac.endtoend.system.OnTheRunningSystem;
import dev.almanac.endtoend.system.RunningSystem;
import dev.almanac.schemas.event.EventMetadata;
import dev.almanac.schemas.event.TaskCreated;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/** Every process is killed once while clients write; whatever was acknowledged is there exactly once, everywhere. */
@OnTheRunningSystem
@Order(50)
class KilledPartsTest {
    private static final List<String> PARTS =
            List.of("command-api", "projection-writer", "streams-topology", "registry", "postgres", "broker");
    private static final int WRITERS = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final RunningSystem system;

    KilledPartsTest(RunningSystem system) {
        this.system = system;
    }

    @Test
    @Timeout(600)
    void nothingAcknowledgedIsLostOrDoubled(TestReporter reporter) {
        List<Writer> writers = new ArrayList<>();
        List<Follower> followers = new ArrayList<>();
        try {
            for (int i = 0; i < WRITERS; i++) {
                Workspace workspace = system.client("writer-" + i).newWorkspace("Under fire");
                followers.add(new Follower(workspace, 0));
                writers.add(new Writer(workspace));
            }
            for (String part : PARTS) {
                reporter.publishEntry(part, killAndAwaitRecovery(part, writers, followers));
            }
        } finally {
            writers.forEach(Writer::close);
        }
        for (int i = 0; i < WRITERS; i++) {
            try (Follower follower = followers.get(i)) {
                assertAllThereOnce(writers.get(i), follower);
            }
        }
    }

    /** @return in words how long it took */
    private String killAndAwaitRecovery(String part, List<Writer> writers, List<Follower> followers) {
        writers.forEach(Writer::takeLongestGap);
        long killed = System.nanoTime();
        RunningSystem.Part dead = system.kill(part);
        system.awaitSuccessor(dead);
        double ready = secondsSince(killed);
        long restarted = System.nanoTime();
        for (Writer writer : writers) {
            await("writes after the death of " + part).atMost(PATIENCE).until(() -> writer.lastAt() > restarted);
        }
        double writing =
                writers.stream().mapToLong(Writer::takeLongestGap).max().orElseThrow() / 1e9;
        for (int i = 0; i < writers.size(); i++) {
            Writer writer = writers.get(i);
            Follower follower = followers.get(i);
            long last = writer.acknowledged().values().stream()
                    .mapToLong(seq -> seq)
                    .max()
                    .orElseThrow();
            await("the stream after the death of " + part).atMost(PATIENCE).until(() -> follower.reached() >= last);
            await("the projection after the death of " + part)
                    .atMost(PATIENCE)
                    .ignoreExceptions()
                    .until(() -> writer.workspace()
                                    .get("/tasks?limit=1", "Sync-Token", Long.toString(last))
                                    .status()
                            == 200);
        }
        return String.format(
                Locale.ROOT,
                "ready again after %.1f s, longest wait for an answer %.1f s, all seen everywhere after %.1f s",
                ready,
                writing,
                secondsSince(killed));
    }

    private void assertAllThereOnce(Writer writer, Follower follower) {
        Map<String, Long> acknowledged = writer.acknowledged();
        Workspace workspace = writer.workspace();
        long last = acknowledged.values().stream().mapToLong(seq -> seq).max().orElseThrow();
        assertThat(acknowledged.values()).doesNotHaveDuplicates();

        assertThat(workspace.tasks(last).stream().map(KilledPartsTest::id))
                .as("in Postgres")
                .containsExactlyInAnyOrderElementsOf(acknowledged.keySet());

        List<SpecificRecord> facts = new EventLog(system).of(workspace.id());
        assertThat(facts.stream().map(KilledPartsTest::seqOf))
                .as("facts without a hole")
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, facts.size()).boxed().toList());
        Map<String, Long> created = new TreeMap<>();
        facts.stream()
                .filter(TaskCreated.class::isInstance)
                .map(TaskCreated.class::cast)
                .forEach(fact -> assertThat(created.put(
                                fact.getTask().getId().toString(),
                                fact.getMetadata().getSeq()))
                        .as("created once")
                        .isNull());
        assertThat(created).as("in task-events").isEqualTo(new TreeMap<>(acknowledged));

        await("the end of the stream").atMost(PATIENCE).until(() -> follower.reached() >= last);
        long reached = 0;
        Map<String, Long> streamed = new TreeMap<>();
        for (JsonNode event : follower.events()) {
            assertThat(event.get("previous").asLong())
                    .as("the stream has no hole")
                    .isEqualTo(reached);
            reached = event.get("seq").asLong();
            if (event.get("kind").asString().equals("task")) {
                assertThat(streamed.put(id(event), reached)).as("streamed once").isNull();
            }
        }
        assertThat(streamed).as("on the stream").isEqualTo(new TreeMap<>(acknowledged));

        Map<String, Long> changed = new TreeMap<>();
        workspace.changes(0).stream()
                .filter(change -> change.get("kind").asString().equals("task"))
                .forEach(change -> changed.put(id(change), change.get("seq").asLong()));
        assertThat(changed).as("in changes").isEqualTo(new TreeMap<>(acknowledged));

        acknowledged.forEach((id, seq) ->
                assertThat(pointRead(workspace, id).get("seq").asLong()).isEqualTo(seq));
    }

    /** Patient with the rate limit. */
    private static JsonNode pointRead(Workspace workspace, String id) {
        return await("a point read")
                .atMost(PATIENCE)
                .until(() -> workspace.get("/tasks/" + id), reply -> reply.status() != 429)
                .expect(200)
                .json();
    }

    private static long seqOf(SpecificRecord fact) {
        return ((EventMetadata) fact.get(fact.getSchema().getField("metadata").pos())).getSeq();
    }

    private static String id(JsonNode thing) {
        return thing.get("id").asString();
    }

    private static double secondsSince(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
