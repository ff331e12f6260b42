package dev.almanac.endtoend.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.endtoend.client.Client;
import dev.almanac.endtoend.client.LiveStream;
import dev.almanac.endtoend.client.Reply;
import dev.almanac.endtoend.client.Workspace;
import dev.almanac.endtoend.system.OnTheRunningSystem;
import dev.almanac.endtoend.system.RunningSystem;
import java.util.Optional;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@OnTheRunningSystem
@Order(11)
class SharingTest {
    private final Client ben;
    private final Client mo;
    private final Client stranger;
    private final Workspace workspace;

    SharingTest(RunningSystem system) {
        this.ben = system.client("ben");
        this.mo = system.client("mo");
        this.stranger = system.client("stranger");
        this.workspace = system.client("ada").newWorkspace("Shared");
    }

    @Test
    void everyRoleMayWhatItMay() {
        Workspace editor = workspace.admit(ben, "editor");
        Workspace viewer = workspace.admit(mo, "viewer");
        Workspace outside = workspace.as(stranger);
        String task = editor.task("Everybody sees it").id();

        viewer.get("/tasks/" + task).expect(200);
        long before = workspace.seq();
        assertThat(viewer.post("/tasks", "{\"title\":\"no\"}").expect(403).problem())
                .isEqualTo("forbidden");
        viewer.post("/tasks/" + task + "/complete").expect(403);
        viewer.post("/tasks/" + task + "/comments", "{\"text\":\"no\"}").expect(403);
        editor.put("/members/" + stranger.userId(), "{\"role\":\"viewer\"}").expect(403);
        editor.patch("", "{\"name\":\"Mine\"}").expect(403);

        for (String path : new String[] {"", "/tasks", "/lists", "/changes?since=0", "/stream", "/tasks/" + task}) {
            assertThat(outside.get(path).expect(404).problem()).isEqualTo("not-found");
        }
        outside.post("/tasks", "{\"title\":\"no\"}").expect(404);
        outside.post("/tasks/" + task + "/complete").expect(404);
        assertThat(workspace.seq()).isEqualTo(before);
    }

    @Test
    void whoeverIsRemovedIsShownTheDoor() {
        Workspace theirs = workspace.admit(ben, "editor");
        try (LiveStream stream = theirs.stream(Optional.empty())) {
            Reply removed = workspace.delete("/members/" + ben.userId());
            assertThat(removed.status()).isBetween(200, 204);
            stream.awaitEnd();
            theirs.get("/tasks", "Sync-Token", removed.header("Sync-Token")).expect(404);
            theirs.post("/tasks", "{\"title\":\"no\"}").expect(404);
        }
    }

    @Test
    void aWorkspaceKeepsItsLastOwner() {
        long before = workspace.seq();
        assertThat(workspace
                        .delete("/members/" + workspace.client().userId())
                        .expect(409)
                        .problem())
                .isEqualTo("conflict");
        assertThat(workspace.seq()).isEqualTo(before);
    }

    @Test
    void membershipShowsInWhatAUserHas() {
        workspace.admit(mo, "viewer");
        assertThat(mo.get("/me").expect(200).json().get("workspaces").valueStream())
                .anyMatch(found ->
                        found.get("id").asString().equals(workspace.id().toString())
                                && found.get("role").asString().equals("viewer"));
    }
}
