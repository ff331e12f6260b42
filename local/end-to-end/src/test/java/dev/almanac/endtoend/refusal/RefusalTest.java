package dev.almanac.endtoend.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.endtoend.client.Client;
import dev.almanac.endtoend.client.Reply;
import dev.almanac.endtoend.client.Workspace;
import dev.almanac.endtoend.system.OnTheRunningSystem;
import dev.almanac.endtoend.system.RunningSystem;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@OnTheRunningSystem
@Order(20)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusalTest {
    private static final String UNKNOWN = "00000000-0000-7000-8000-000000000000";
    private static final String LONG_LINE = "x".repeat(501);
    private static final String LONG_NOTES = "é".repeat(32 * 1024 + 1);
    private static final String DEEP = "[".repeat(5_000);

    private final Workspace workspace;
    private final String task;
    private final String foreign;
    private final long before;

    RefusalTest(RunningSystem system) {
        Client ada = system.client("ada");
        this.workspace = ada.newWorkspace("Refusals");
        this.task = workspace.task("Untouched").id();
        Workspace other = system.client("ben").newWorkspace("Foreign");
        this.foreign = "/workspaces/" + other.id();
        Reply last = workspace.task("Another");
        this.before = workspace.seq("Sync-Token", last.header("Sync-Token"));
    }

    /** A request that is refused; {@code {task}}, {@code {ws}} and {@code {foreign}} stand for paths and ids. */
    private record Case(String method, String path, String type, String body, int status, String problem, String at) {
        @Override
        public String toString() {
            String shown = body.length() > 60 ? body.substring(0, 60) + "…" : body;
            return method + " " + path + " " + shown + " → " + status + " " + problem;
        }
    }

    private static Case post(String path, String body, int status, String problem, String at) {
        return new Case("POST", path, "application/json", body, status, problem, at);
    }

    private static Case patch(String path, String body, int status, String problem, String at) {
        return new Case("PATCH", path, "application/merge-patch+json", body, status, problem, at);
    }

    private static Case bare(String method, String path, int status, String problem) {
        return new Case(method, path, "", "", status, problem, "");
    }

    private static Case invalid(String body, String at) {
        return post("{ws}/tasks", body, 400, "validation", at);
    }

    static Stream<Case> whatDoesNotExist() {
        return Stream.of(
                bare("GET", "{ws}/tasks/" + UNKNOWN, 404, "not-found"),
                patch("{ws}/tasks/" + UNKNOWN, "{\"title\":\"x\"}", 404, "not-found", ""),
                bare("DELETE", "{ws}/tasks/" + UNKNOWN, 404, "not-found"),
                bare("POST", "{ws}/tasks/" + UNKNOWN + "/complete", 404, "not-found"),
                post("{ws}/tasks/" + UNKNOWN + "/move", "{}", 404, "not-found", ""),
                post("{ws}/tasks/" + UNKNOWN + "/comments", "{\"text\":\"x\"}", 404, "not-found", ""),
                bare("GET", "{ws}/tasks/" + UNKNOWN + "/comments", 404, "not-found"),
                bare("GET", "{ws}/lists/" + UNKNOWN, 404, "not-found"),
                patch("{ws}/lists/" + UNKNOWN, "{\"name\":\"x\"}", 404, "not-found", ""),
                bare("DELETE", "{ws}/lists/" + UNKNOWN, 404, "not-found"),
                bare("DELETE", "{ws}/members/" + UNKNOWN, 404, "not-found"),
                bare("GET", "/workspaces/" + UNKNOWN, 404, "not-found"),
                post("/workspaces/" + UNKNOWN + "/tasks", "{\"title\":\"x\"}", 404, "not-found", ""),
                bare("GET", "/workspaces/" + UNKNOWN + "/changes", 404, "not-found"),
                bare("GET", "/workspaces/" + UNKNOWN + "/stream", 404, "not-found"),
                bare("GET", "/commands/" + UNKNOWN, 404, "not-found"),
                bare("GET", "/nothing/here", 404, "not-found"),
                bare("GET", "/workspaces/not-a-uuid/tasks", 400, "malformed"),
                bare("GET", "{ws}/tasks/not-a-uuid", 400, "malformed"));
    }

    static Stream<Case> whatIsSomebodyElses() {
        return Stream.of(
                bare("GET", "{foreign}", 404, "not-found"),
                bare("GET", "{foreign}/tasks", 404, "not-found"),
                post("{foreign}/tasks", "{\"title\":\"x\"}", 404, "not-found", ""),
                post("{foreign}/lists", "{\"name\":\"x\"}", 404, "not-found", ""),
                post(
                        "{foreign}/batch",
                        "{\"operations\":[{\"op\":\"create\",\"task\":{\"title\":\"x\"}}]}",
                        404,
                        "not-found",
                        ""),
                patch("{foreign}", "{\"name\":\"x\"}", 404, "not-found", ""),
                new Case(
                        "PUT",
                        "{foreign}/members/" + UNKNOWN,
                        "application/json",
                        "{\"role\":\"owner\"}",
                        404,
                        "not-found",
                        ""),
                bare("GET", "{foreign}/tasks/{task}", 404, "not-found"));
    }

    static Stream<Case> whatCanNotBeRead() {
        return Stream.of(
                post("{ws}/tasks", "", 400, "malformed", ""),
                post("{ws}/tasks", "{", 400, "malformed", ""),
                post("{ws}/tasks", "{\"title\":\"x\"} {}", 400, "malformed", ""),
                post("{ws}/tasks", "{\"title\":\"a\",\"title\":\"b\"}", 400, "malformed", ""),
                post("{ws}/tasks", DEEP, 400, "malformed", ""),
                post("{ws}/tasks", "{\"title\":\"\\ud800\"}", 400, "", ""),
                post("{ws}/tasks", "{\"title\":\"\\u0000\"}", 400, "", ""),
                new Case("POST", "{ws}/tasks", "text/plain", "title", 415, "unsupported-media-type", ""),
                new Case(
                        "PATCH",
                        "{ws}/tasks/{task}",
                        "application/json",
                        "{\"title\":\"x\"}",
                        415,
                        "unsupported-media-type",
                        ""),
                post(
                        "{ws}/tasks",
                        "{\"title\":\"x\",\"notes\":\"" + "x".repeat(300 * 1024) + "\"}",
                        413,
                        "too-large",
                        ""),
                bare("PUT", "{ws}/tasks", 405, "method-not-allowed"));
    }

    static Stream<Case> whatHasTheWrongShape() {
        return Stream.of(
                post("{ws}/tasks", "[]", 400, "validation", ""),
                post("{ws}/tasks", "null", 400, "validation", ""),
                invalid("{}", "/title"),
                invalid("{\"title\":7}", "/title"),
                invalid("{\"title\":null}", "/title"),
                invalid("{\"title\":\"  \"}", "/title"),
                invalid("{\"title\":\"" + LONG_LINE + "\"}", "/title"),
                invalid("{\"title\":\"x\",\"notes\":\"" + LONG_NOTES + "\"}", "/notes"),
                invalid("{\"title\":\"x\",\"priority\":\"very\"}", "/priority"),
                invalid("{\"title\":\"x\",\"priority\":3}", "/priority"),
                invalid("{\"title\":\"x\",\"tags\":\"home\"}", "/tags"),
                invalid("{\"title\":\"x\",\"tags\":[\"home\",\"HOME\"]}", "/tags/1"),
                invalid("{\"title\":\"x\",\"tags\":[1]}", "/tags/0"),
                invalid("{\"title\":\"x\",\"due\":\"tomorrow\"}", "/due"),
                invalid("{\"title\":\"x\",\"due\":{}}", "/due"),
                invalid("{\"title\":\"x\",\"due\":{\"date\":\"2026-02-30\"}}", "/due/date"),
                invalid(
                        "{\"title\":\"x\",\"due\":{\"date\":\"2026-02-01\",\"timeZone\":\"Mars/Base\"}}",
                        "/due/timeZone"),
                invalid("{\"title\":\"x\",\"estimate\":\"soon\"}", "/estimate"),
                invalid("{\"title\":\"x\",\"id\":\"1\"}", "/id"),
                invalid("{\"title\":\"x\",\"parentId\":\"{task}x\"}", "/parentId"),
                invalid("{\"title\":\"x\",\"colour\":\"red\"}", "/colour"),
                invalid("{\"title\":\"x\",\"status\":\"completed\"}", "/status"),
                patch("{ws}/tasks/{task}", "{\"version\":9}", 400, "validation", "/version"),
                patch("{ws}/tasks/{task}", "{\"title\":null}", 400, "validation", "/title"),
                post("{ws}/lists", "{\"name\":\"x\",\"color\":\"red\"}", 400, "validation", "/color"),
                post("{ws}/tasks/{task}/comments", "{\"text\":\"\"}", 400, "validation", "/text"),
                post("{ws}/tasks/{task}/move", "{\"position\":{}}", 400, "validation", "/position"),
                post("{ws}/batch", "{\"operations\":[]}", 400, "validation", "/operations"),
                post("{ws}/batch", "{\"operations\":[{\"op\":\"fly\"}]}", 400, "validation", "/operations/0/op"),
                post(
                        "{ws}/batch",
                        "{\"operations\":[{\"op\":\"create\",\"task\":{\"title\":1}}]}",
                        400,
                        "validation",
                        "/operations/0/task/title"),
                new Case(
                        "PUT",
                        "{ws}/members/" + UNKNOWN,
                        "application/json",
                        "{\"role\":\"king\"}",
                        400,
                        "validation",
                        "/role"),
                patch("/me", "{\"timeZone\":\"Nowhere\"}", 400, "validation", "/timeZone"),
                bare("GET", "{ws}/tasks?limit=201", 400, "validation"),
                bare("GET", "{ws}/tasks?limit=many", 400, "validation"),
                bare("GET", "{ws}/tasks?cursor=zzz", 400, "validation"),
                bare("GET", "{ws}/tasks?sort=colour", 400, "validation"),
                bare("GET", "{ws}/tasks?colour=red", 400, "validation"),
                bare("GET", "{ws}/changes?since=-1", 400, "validation"),
                bare("GET", "{ws}/changes?since=yesterday", 400, "validation"));
    }

    static Stream<Case> whatRefersToNothing() {
        return Stream.of(
                invalid("{\"title\":\"x\",\"listId\":\"" + UNKNOWN + "\"}", "/listId"),
                invalid("{\"title\":\"x\",\"parentId\":\"" + UNKNOWN + "\"}", "/parentId"),
                invalid("{\"title\":\"x\",\"assignee\":\"" + UNKNOWN + "\"}", "/assignee"),
                patch("{ws}/tasks/{task}", "{\"parentId\":\"{task}\"}", 409, "conflict", ""));
    }

    @ParameterizedTest
    @MethodSource({
        "whatDoesNotExist",
        "whatIsSomebodyElses",
        "whatCanNotBeRead",
        "whatHasTheWrongShape",
        "whatRefersToNothing"
    })
    void isRefusedAndChangesNothing(Case refused) {
        String path = fill(refused.path());
        Reply reply = refused.type().isEmpty()
                ? workspace.client().send(refused.method(), path, BodyPublishers.noBody())
                : workspace
                        .client()
                        .send(
                                refused.method(),
                                path,
                                BodyPublishers.ofString(fill(refused.body())),
                                "Content-Type",
                                refused.type());
        assertThat(reply.status()).as(reply.toString()).isEqualTo(refused.status());
        assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
        assertThat(reply.json().get("status").asInt()).isEqualTo(refused.status());
        if (!refused.problem().isEmpty()) {
            assertThat(reply.problem()).isEqualTo(refused.problem());
        }
        if (!refused.at().isEmpty()) {
            assertThat(reply.pointers()).containsExactly(refused.at());
        }
        assertNothingChanged(reply);
    }

    @Test
    void aStaleVersionIsRefused() {
        String path = "/tasks/" + task;
        assertNothingChanged(
                workspace.patch(path, "{\"title\":\"x\"}", "If-Match", "\"7\"").expect(412));
        assertNothingChanged(workspace.delete(path, "If-Match", "\"7\"").expect(412));
        assertNothingChanged(
                workspace.patch(path, "{\"title\":\"x\"}", "If-Match", "soon").expect(400));
        assertNothingChanged(workspace
                .post("/tasks", "{\"title\":\"x\"}", "Idempotency-Key", "")
                .expect(400));
        assertNothingChanged(workspace.get("/tasks", "Sync-Token", "soon").expect(400));
    }

    @Test
    void whoDoesNotSayWhoTheyAreIsNotLetIn(RunningSystem system) {
        for (String token : new String[] {"", "nonsense", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZGEifQ."}) {
            Reply reply = new Client(system.url(), "nobody", token).get(workspace.path("/tasks"));
            assertThat(reply.status()).isEqualTo(401);
            assertThat(reply.problem()).isEqualTo("unauthorized");
            assertThat(reply.header("WWW-Authenticate")).startsWith("Bearer");
        }
    }

    @Test
    void bytesThatAreNoTextAreRefused() {
        byte[] latin = "{\"title\":\"caf\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);
        assertNothingChanged(workspace
                .client()
                .send("POST", workspace.path("/tasks"), BodyPublishers.ofByteArray(latin))
                .expect(400));
    }

    private void assertNothingChanged(Reply reply) {
        String reached = reply.headers().firstValue("Sync-Token").orElse(Long.toString(before));
        assertThat(workspace.seq("Sync-Token", Long.toString(Math.min(before, Long.parseLong(reached)))))
                .isEqualTo(before);
    }

    private String fill(String text) {
        return text.replace("{ws}", workspace.path("")).replace("{task}", task).replace("{foreign}", foreign);
    }
}
