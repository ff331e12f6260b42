package dev.almanac.endtoend.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.endtoend.client.Client;
import dev.almanac.endtoend.client.LiveStream;
import dev.almanac.endtoend.client.Reply;
import dev.almanac.endtoend.client.Workspace;
import dev.almanac.endtoend.system.EventLog;
import dev.almanac.endtoend.system.OnTheRunningSystem;
import dev.almanac.endtoend.system.RunningSystem;
import dev.almanac.schemas.event.TaskCompleted;
import dev.almanac.schemas.event.TaskCreated;
import dev.almanac.schemas.event.TaskDeleted;
import dev.almanac.schemas.event.TaskRestored;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@OnTheRunningSystem
@Order(10)
class TaskFlowTest {
    private final RunningSystem system;
    private final Workspace workspace;
    private final Workspace second;

    TaskFlowTest(RunningSystem system) {
        this.system = system;
        Client ada = system.client("ada");
        this.workspace = ada.newWorkspace("Flow");
        this.second = workspace.admit(system.client("ben"), "editor");
    }

    @Test
    void aTaskGoesFromTheCommandToEverybodysScreen() {
        try (LiveStream stream = second.stream(Optional.empty())) {
            Reply created = workspace.post("/tasks", """
                            {"title":"Polish the mirror","priority":"high","tags":["optics"],
                             "due":{"dateTime":"2026-12-01T20:00","timeZone":"Europe/Berlin"}}""").expect(201);
            long seq = created.syncToken();

            JsonNode live = stream.await("the task", event -> event.get("seq").asLong() == seq);
            assertThat(live.get("kind").asString()).isEqualTo("task");
            assertThat(live.get("state")).isEqualTo(created.json());
            assertThat(created.header("Location")).isEqualTo("/api/v1" + workspace.path("/tasks/" + created.id()));

            Reply read = second.get("/tasks/" + created.id()).expect(200);
            assertThat(read.json()).isEqualTo(created.json());
            assertThat(read.header("ETag")).isEqualTo(created.header("ETag")).isEqualTo("\"1\"");
            second.get("/tasks/" + created.id(), "If-None-Match", "\"1\"").expect(304);

            assertThat(second.tasks(seq)).contains(created.json());
            List<SpecificRecord> facts = new EventLog(system).of(workspace.id());
            TaskCreated fact = (TaskCreated) facts.getLast();
            assertThat(fact.getMetadata().getSeq()).isEqualTo(seq).isEqualTo(facts.size());
            assertThat(fact.getTask().getTitle()).isEqualTo("Polish the mirror");
        }
    }

    @Test
    void whatIsDoneToATaskIsAFactEach() {
        String task = "/tasks/" + workspace.task("Fold the tripod").id();
        Reply edited = second.patch(task, "{\"notes\":\"gently\",\"start\":{\"date\":\"2026-11-30\"}}")
                .expect(200);
        assertThat(edited.json().get("version").asInt()).isEqualTo(2);
        assertThat(workspace
                        .post(task + "/complete")
                        .expect(200)
                        .json()
                        .get("status")
                        .asString())
                .isEqualTo("completed");
        long done = workspace.post(task + "/complete").expect(200).syncToken();
        assertThat(workspace.post(task + "/reopen").expect(200).syncToken()).isEqualTo(done + 1);
        assertThat(workspace
                        .post(task + "/cancel")
                        .expect(200)
                        .json()
                        .get("status")
                        .asString())
                .isEqualTo("cancelled");

        long deleted = workspace.delete(task).expect(200).syncToken();
        workspace.get(task).expect(404);
        assertThat(workspace
                        .get("/tasks?trash=true", "Sync-Token", Long.toString(deleted))
                        .items("title"))
                .contains("Fold the tripod");
        workspace.post(task + "/restore").expect(200);
        workspace.get(task).expect(200);

        assertThat(new EventLog(system).of(workspace.id()))
                .anyMatch(TaskCompleted.class::isInstance)
                .anyMatch(TaskDeleted.class::isInstance)
                .anyMatch(TaskRestored.class::isInstance);
    }

    @Test
    void aTaskMovesBetweenListsAndPlaces() {
        Reply list = workspace
                .post("/lists", "{\"name\":\"Optics\",\"color\":\"#1e90ff\"}")
                .expect(201);
        String first = workspace.task("one").id();
        String other = workspace.task("two").id();
        workspace
                .post("/tasks/" + first + "/move", "{\"listId\":\"" + list.id() + "\"}")
                .expect(200);
        Reply moved = workspace
                .post(
                        "/tasks/" + other + "/move",
                        "{\"listId\":\"%s\",\"position\":{\"before\":\"%s\"}}".formatted(list.id(), first))
                .expect(200);
        assertThat(workspace.tasks(moved.syncToken()).stream()
                        .filter(task -> task.get("listId").asString().equals(list.id()))
                        .map(task -> task.get("title").asString()))
                .containsExactly("two", "one");
    }

    @Test
    void aClientNamesItsTaskItselfOnce() {
        String id = UUID.randomUUID().toString();
        String body = "{\"id\":\"" + id + "\",\"title\":\"Made offline\"}";
        assertThat(workspace.post("/tasks", body).expect(201).id()).isEqualTo(id);
        assertThat(workspace.post("/tasks", body).expect(409).problem()).isEqualTo("id-taken");
    }

    @Test
    void subtasksMakeNoCircle() {
        String parent = workspace.task("parent").id();
        String child = workspace
                .post("/tasks", "{\"title\":\"child\",\"parentId\":\"" + parent + "\"}")
                .expect(201)
                .id();
        long before = workspace.seq();
        Reply refused = workspace.patch("/tasks/" + parent, "{\"parentId\":\"" + child + "\"}");
        assertThat(refused.status()).isBetween(400, 409);
        assertThat(refused.syncToken()).isEqualTo(workspace.seq("Sync-Token", refused.header("Sync-Token")));
        assertThat(workspace.seq("Sync-Token", refused.header("Sync-Token"))).isGreaterThanOrEqualTo(before);
        assertThat(workspace.get("/tasks/" + parent).json().get("version").asInt())
                .isEqualTo(1);
    }
}
