package dev.almanac.endtoend.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** One workspace as one user sees it. Paths are below the workspace's. */
public record Workspace(Client client, UUID id) {
    public String path(String below) {
        return "/workspaces/" + id + below;
    }

    /** The same workspace for another user. */
    public Workspace as(Client other) {
        return new Workspace(other, id);
    }

    public Reply get(String below, String... headers) {
        return client.get(path(below), headers);
    }

    public Reply post(String below, String json, String... headers) {
        return client.post(path(below), json, headers);
    }

    public Reply post(String below) {
        return client.post(path(below));
    }

    public Reply put(String below, String json, String... headers) {
        return client.put(path(below), json, headers);
    }

    public Reply patch(String below, String json, String... headers) {
        return client.patch(path(below), json, headers);
    }

    public Reply delete(String below, String... headers) {
        return client.delete(path(below), headers);
    }

    public Reply task(String title) {
        return post("/tasks", "{\"title\":\"" + title + "\"}").expect(201);
    }

    /** Gives somebody a role; returns when they can read. */
    public Workspace admit(Client member, String role) {
        Reply set = put("/members/" + member.userId(), "{\"role\":\"" + role + "\"}");
        Workspace theirs = as(member);
        theirs.get("", "Sync-Token", set.header("Sync-Token")).expect(200);
        return theirs;
    }

    /** Opens the live stream from a seq on, or without one from now on. */
    public LiveStream stream(Optional<Long> since) {
        return LiveStream.open(client, path("/stream"), since);
    }

    /** Opens the live stream from now on, and asks of each task whether the filter means it. */
    public LiveStream streamAbout(String filter) {
        return LiveStream.open(client, path("/stream?filter=" + URLEncoder.encode(filter, UTF_8)), Optional.empty());
    }

    /** Opens the live stream and reads nothing of it. */
    public LiveStream unreadStream(long since) {
        return LiveStream.openUnread(client, path("/stream"), since);
    }

    /** All changes since a seq, page by page. */
    public List<JsonNode> changes(long since) {
        List<JsonNode> changes = new ArrayList<>();
        long reached = since;
        JsonNode page;
        do {
            page = get("/changes?limit=200&since=" + reached).expect(200).json();
            page.get("changes").forEach(changes::add);
            reached = page.get("syncToken").asLong();
        } while (page.get("more").asBoolean());
        return changes;
    }

    /** How far the workspace is, where everything answered has been projected. */
    public long seq(String... headers) {
        return get("/changes?since=0&limit=1", headers).expect(200).syncToken();
    }

    /** All tasks outside the trash, page by page, as Postgres has them. */
    public List<JsonNode> tasks(long syncToken) {
        return pages("/tasks?limit=200", syncToken);
    }

    /** The same of the trash. */
    public List<JsonNode> trash(long syncToken) {
        return pages("/tasks?trash=true&limit=200", syncToken);
    }

    private List<JsonNode> pages(String below, long syncToken) {
        List<JsonNode> items = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = get(below + cursor, "Sync-Token", Long.toString(syncToken))
                    .expect(200)
                    .json();
            page.get("items").forEach(items::add);
            cursor = page.get("next").isNull()
                    ? ""
                    : "&cursor=" + page.get("next").asString();
        } while (!cursor.isEmpty());
        return items;
    }
}
