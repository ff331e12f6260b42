package dev.almanac.endtoend.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.endtoend.client.LiveStream;
import dev.almanac.endtoend.client.Reply;
import dev.almanac.endtoend.client.Workspace;
import dev.almanac.endtoend.system.OnTheRunningSystem;
import dev.almanac.endtoend.system.RunningSystem;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@OnTheRunningSystem
@Order(12)
class CommandsTest {
    private final RunningSystem system;
    private final Workspace workspace;

    CommandsTest(RunningSystem system) {
        this.system = system;
        this.workspace = system.client("ada").newWorkspace("Commands");
    }

    @Test
    void aSlowDecisionIsAskedForLater() {
        Reply pending;
        try (var _ = system.suspended("streams-topology")) {
            pending = workspace.post("/tasks", "{\"title\":\"Patience\"}").expect(202);
            assertThat(pending.header("Location")).startsWith("/api/v1/commands/");
        }
        String path = pending.header("Location").substring("/api/v1".length());
        JsonNode answer = Awaitility.await("the decision")
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> workspace.client().get(path).expect(200).json(),
                        found -> found.get("state").asString().equals("answered"));
        assertThat(answer.get("results").get(0).get("task").get("title").asString())
                .isEqualTo("Patience");
    }

    @Test
    void aRetryIsAnsweredAndNotAppliedAgain() {
        String body = "{\"title\":\"Once\"}";
        Reply first = workspace.post("/tasks", body, "Idempotency-Key", "key-1").expect(201);
        Reply again = workspace.post("/tasks", body, "Idempotency-Key", "key-1").expect(201);
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(workspace
                        .post("/tasks", "{\"title\":\"Another\"}", "Idempotency-Key", "key-1")
                        .expect(422)
                        .problem())
                .isEqualTo("idempotency-mismatch");
        assertThat(workspace.tasks(first.syncToken())).hasSize(1);
    }

    @Test
    void aStaleVersionIsAnsweredWithThePresentOne() {
        Reply created = workspace.task("Versioned");
        String path = "/tasks/" + created.id();
        workspace
                .patch(path, "{\"title\":\"Newer\"}", "If-Match", created.header("ETag"))
                .expect(200);
        Reply stale = workspace
                .patch(path, "{\"title\":\"Lost\"}", "If-Match", "\"1\"")
                .expect(412);
        assertThat(stale.problem()).isEqualTo("version-mismatch");
        assertThat(stale.json().get("task").get("title").asString()).isEqualTo("Newer");
        assertThat(workspace.get(path).json().get("title").asString()).isEqualTo("Newer");
    }

    @Test
    void anAtomicBatchIsDoneAsAWholeOrNotAtAll() {
        String task = workspace.task("In a batch").id();
        Reply done = workspace.post("/batch", """
                        {"operations":[
                          {"op":"create","task":{"title":"New"}},
                          {"op":"complete","id":"%1$s"},
                          {"op":"comment","id":"%1$s","comment":{"text":"Well done"}}]}""".formatted(task)).expect(200);
        assertThat(done.json()
                        .get("results")
                        .valueStream()
                        .map(result -> result.get("status").asInt()))
                .allMatch(status -> status < 300);
        long seq = workspace.seq("Sync-Token", done.header("Sync-Token"));

        Reply refused = workspace.post("/batch", """
                {"operations":[{"op":"create","task":{"title":"Never"}},
                               {"op":"complete","id":"00000000-0000-7000-8000-000000000000"}]}""");
        assertThat(refused.status()).isEqualTo(404);
        assertThat(refused.json().get("operation").asInt()).isEqualTo(1);
        assertThat(workspace.seq()).isEqualTo(seq);

        Reply partly = workspace.post("/batch", """
                        {"atomic":false,"operations":[{"op":"create","task":{"title":"At least this"}},
                                                      {"op":"complete","id":"00000000-0000-7000-8000-000000000000"}]}""").expect(200);
        assertThat(partly.json().get("results").get(0).get("status").asInt()).isEqualTo(201);
        assertThat(partly.json().get("results").get(1).get("status").asInt()).isEqualTo(404);
    }

    @Test
    void commentsAreThingsOfTheirOwn() {
        String comments = "/tasks/" + workspace.task("Discussed").id() + "/comments";
        Reply made = workspace.post(comments, "{\"text\":\"First\"}").expect(201);
        workspace
                .patch(comments + "/" + made.id(), "{\"text\":\"Second thoughts\"}")
                .expect(200);
        Reply last = workspace.post(comments, "{\"text\":\"Indeed\"}").expect(201);
        assertThat(workspace
                        .get(comments, "Sync-Token", last.header("Sync-Token"))
                        .expect(200)
                        .items("text"))
                .containsExactly("Second thoughts", "Indeed");
        assertThat(workspace.delete(comments + "/" + made.id()).status()).isBetween(200, 204);
    }

    @Test
    void changesAndStreamTellTheSameStory() {
        try (LiveStream stream = workspace.stream(Optional.of(0L))) {
            String task = workspace.task("Followed").id();
            workspace.patch("/tasks/" + task, "{\"priority\":\"urgent\"}").expect(200);
            long last =
                    workspace.post("/tasks/" + task + "/complete").expect(200).syncToken();
            stream.await("the last change", event -> event.get("seq").asLong() == last);

            List<JsonNode> events = stream.events();
            long reached = 0;
            for (JsonNode event : events) {
                assertThat(event.get("previous").asLong()).isEqualTo(reached);
                reached = event.get("seq").asLong();
            }
            workspace.get("/tasks", "Sync-Token", Long.toString(last)).expect(200);
            List<JsonNode> changes = workspace.changes(0);
            assertThat(changes).last().satisfies(change -> {
                assertThat(change.get("seq").asLong()).isEqualTo(last);
                assertThat(change.get("state")).isEqualTo(events.getLast().get("state"));
            });
            assertThat(workspace.changes(last)).isEmpty();
        }
        try (LiveStream resumed = workspace.stream(Optional.of(2L))) {
            JsonNode first = resumed.await("what was missed", _ -> true);
            assertThat(first.get("previous").asLong()).isEqualTo(2);
        }
    }
}
