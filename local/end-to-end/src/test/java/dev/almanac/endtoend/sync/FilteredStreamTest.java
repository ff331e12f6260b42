package dev.almanac.endtoend.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.endtoend.client.LiveStream;
import dev.almanac.endtoend.client.Reply;
import dev.almanac.endtoend.client.Workspace;
import dev.almanac.endtoend.system.OnTheRunningSystem;
import dev.almanac.endtoend.system.RunningSystem;
import java.util.Optional;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A client that shows the tasks of a filter learns from the stream which of them come and go. */
@OnTheRunningSystem
@Order(26)
class FilteredStreamTest {
    private final Workspace workspace;

    FilteredStreamTest(RunningSystem system) {
        this.workspace = system.client("ada").newWorkspace("Filtered");
    }

    @Test
    void eachTaskComesWithWhetherTheFilterMeansIt() {
        Reply made = workspace.post("/lists", "{\"name\":\"Garden\"}").expect(201);
        String list = "/lists/" + made.json().get("id").asString();
        workspace.get("/lists", "Sync-Token", made.header("Sync-Token")).expect(200);

        try (LiveStream stream = workspace.streamAbout("list = Garden and priority >= high")) {
            Reply task = workspace
                    .post(
                            "/tasks",
                            "{\"title\":\"Prune\",\"listId\":\"%s\",\"priority\":\"high\"}"
                                    .formatted(made.json().get("id").asString()))
                    .expect(201);
            assertThat(matches(stream, task)).contains(true);

            String path = "/tasks/" + task.json().get("id").asString();
            assertThat(matches(stream, workspace.patch(path, "{\"priority\":\"low\"}")))
                    .contains(false);
            assertThat(matches(stream, workspace.patch(path, "{\"priority\":\"urgent\"}")))
                    .contains(true);
            assertThat(matches(stream, workspace.patch(list, "{\"name\":\"Orchard\"}")))
                    .isEmpty();
            assertThat(matches(stream, workspace.patch(path, "{\"title\":\"Prune the tree\"}")))
                    .contains(false);
            assertThat(matches(stream, workspace.patch(list, "{\"name\":\"garden\"}")))
                    .isEmpty();
            assertThat(matches(stream, workspace.patch(path, "{\"title\":\"Prune\"}")))
                    .contains(true);
            assertThat(matches(stream, workspace.delete(path))).contains(false);
        }
    }

    @Test
    void whoAsksForNoFilterIsToldOfNone() {
        try (LiveStream stream = workspace.stream(Optional.empty())) {
            assertThat(matches(stream, workspace.task("Anything"))).isEmpty();
        }
    }

    @Test
    void aFilterThatIsNoneIsRefusedBeforeTheStreamOpens() {
        Reply refused = workspace.get("/stream?filter=priority%20%3E%3E%20high", "Accept", "text/event-stream, */*");

        assertThat(refused.expect(400).problem()).isEqualTo("validation");
        assertThat(refused.json().get("errors").get(0).get("parameter").asString())
                .isEqualTo("filter");
        assertThat(refused.json().get("errors").get(0).get("position").asInt()).isEqualTo(10);
    }

    private static Optional<Boolean> matches(LiveStream stream, Reply written) {
        long seq = written.syncToken();
        JsonNode event = stream.await("seq " + seq, it -> it.get("seq").asLong() == seq);
        return Optional.ofNullable(event.get("matches")).map(JsonNode::asBoolean);
    }
}
