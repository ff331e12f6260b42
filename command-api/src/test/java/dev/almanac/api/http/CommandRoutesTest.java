package dev.almanac.api.http;

import static dev.almanac.api.support.Facts.ADA;
import static dev.almanac.api.support.Facts.COMMENT;
import static dev.almanac.api.support.Facts.LIST;
import static dev.almanac.api.support.Facts.TASK;
import static dev.almanac.api.support.Facts.WORKSPACE;
import static dev.almanac.api.support.Facts.accepted;
import static dev.almanac.api.support.Facts.gone;
import static dev.almanac.api.support.Facts.notAttempted;
import static dev.almanac.api.support.Facts.refused;
import static dev.almanac.api.support.Facts.state;
import static dev.almanac.api.support.Facts.task;
import static dev.almanac.api.support.Facts.unchanged;
import static dev.almanac.api.support.ScriptedTopology.result;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.api.support.Agreement;
import dev.almanac.api.support.Facts;
import dev.almanac.api.support.SliceTest;
import dev.almanac.schemas.command.CancelTask;
import dev.almanac.schemas.command.CompleteTask;
import dev.almanac.schemas.command.DeleteComment;
import dev.almanac.schemas.command.DeleteList;
import dev.almanac.schemas.command.DeleteTask;
import dev.almanac.schemas.command.DismissReminder;
import dev.almanac.schemas.command.EditScope;
import dev.almanac.schemas.command.EditWorkspace;
import dev.almanac.schemas.command.MoveTask;
import dev.almanac.schemas.command.Placement;
import dev.almanac.schemas.command.RemoveMember;
import dev.almanac.schemas.command.ReopenTask;
import dev.almanac.schemas.command.RestoreTask;
import dev.almanac.schemas.command.SetMember;
import dev.almanac.schemas.command.SkipTask;
import dev.almanac.schemas.id.Ids;
import dev.almanac.schemas.model.Profile;
import dev.almanac.schemas.model.Role;
import dev.almanac.schemas.result.CommandResult;
import dev.almanac.schemas.result.Rejection;
import dev.almanac.schemas.result.RejectionCode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.RequestBodySpec;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** From a request to the command that it becomes, and from the answer to the response. */
class CommandRoutesTest extends SliceTest {
    private static final String TASKS = "/api/v1/workspaces/" + WORKSPACE + "/tasks";
    private static final String ONE_TASK = TASKS + "/" + TASK;

    @Test
    void aNewTaskIsToldWithItsPlaceVersionAndSyncToken() {
        topology().outcomes(accepted(state(task(1))));

        send(HttpMethod.POST, TASKS, "{\"title\":\"Pay rent\"}")
                .expectStatus()
                .isCreated()
                .expectHeader()
                .location(ONE_TASK)
                .expectHeader()
                .valueEquals("ETag", "\"1\"")
                .expectHeader()
                .valueEquals("Sync-Token", "7")
                .expectHeader()
                .doesNotExist("Idempotency-Replayed")
                .expectBody()
                .jsonPath("$.id")
                .isEqualTo(TASK.toString())
                .jsonPath("$.status")
                .isEqualTo("open");

        var command = topology().sent();
        assertThat(command.getWorkspaceId()).isEqualTo(WORKSPACE);
        assertThat(command.getActor().getUserId()).isEqualTo(ADA);
        assertThat(command.getActor().getDisplayName()).contains("ada");
        assertThat(command.getCommandId().version()).isEqualTo(7);
        assertThat(Ids.timeOf(command.getCommandId()))
                .isBetween(Instant.now().minus(Duration.ofMinutes(1)), Instant.now());
        assertThat(command.getReplyTo()).isPresent();
        assertThat(command.getIdempotency()).isEmpty();
        assertThat(command.getOrigin().getAddress()).contains("127.0.0.1");
        assertThat(command.getOperations()).singleElement().satisfies(operation -> {
            assertThat(operation.getExpectedVersion()).isEmpty();
            assertThat(operation.getCreateTask())
                    .hasValueSatisfying(
                            create -> assertThat(create.getId().version()).isEqualTo(7));
        });
    }

    @Test
    void aDateWithoutAZoneIsStamped() {
        topology().outcomes(accepted(state(task(1))));
        send(HttpMethod.POST, TASKS, "{\"title\":\"x\",\"due\":{\"date\":\"2026-11-30\"}}")
                .expectStatus()
                .isCreated();
        assertThat(topology()
                        .sent()
                        .getOperations()
                        .getFirst()
                        .getCreateTask()
                        .orElseThrow()
                        .getFields()
                        .getDue())
                .hasValueSatisfying(due -> assertThat(due.getTimeZone()).contains("Z"));
    }

    @Test
    void aRepeatedRequestGetsTheSameAnswerAndIsToldSo() {
        topology().answer(command -> Optional.of(replayed(result(command, 9, List.of(accepted(state(task(4))))))));

        request(HttpMethod.POST, TASKS)
                .header("Idempotency-Key", "k-1")
                .bodyValue("{\"title\":\"Pay rent\"}")
                .exchange()
                .expectStatus()
                .isCreated()
                .expectHeader()
                .valueEquals("Idempotency-Replayed", "true");

        assertThat(topology().sent().getIdempotency()).hasValueSatisfying(idempotency -> {
            assertThat(idempotency.getKey()).isEqualTo("k-1");
            assertThat(idempotency.getFingerprint()).hasSize(64);
        });
    }

    private static CommandResult replayed(CommandResult result) {
        return new CommandResult(
                result.getCommandId(),
                result.getWorkspaceId(),
                result.getUserId(),
                result.getDecidedAt(),
                result.getSeq(),
                true,
                result.getOutcomes());
    }

    @Test
    void anEditDependsOnTheVersionThatItNames() {
        topology().outcomes(accepted(state(task(4))));
        request(HttpMethod.PATCH, ONE_TASK)
                .header(HttpHeaders.IF_MATCH, "\"3\"")
                .bodyValue("{\"notes\":null}")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("ETag", "\"4\"");

        var operation = topology().sent().getOperations().getFirst();
        assertThat(operation.getExpectedVersion()).contains(3L);
        assertThat(operation.getEditTask().orElseThrow().getPatch().getClear()).containsExactly("notes");
    }

    @Test
    void anEditIsOfThisOccurrenceUnlessItAsksForThoseThatFollow() {
        topology().outcomes(accepted(state(task(4))));
        send(HttpMethod.PATCH, ONE_TASK, "{\"notes\":null}").expectStatus().isOk();
        assertThat(scopeSent()).isEqualTo(EditScope.THIS);

        topology().outcomes(accepted(state(task(4))));
        send(HttpMethod.PATCH, ONE_TASK + "?scope=future", "{\"notes\":null}")
                .expectStatus()
                .isOk();
        assertThat(scopeSent()).isEqualTo(EditScope.FUTURE);

        problem(send(HttpMethod.PATCH, ONE_TASK + "?scope=past", "{\"notes\":null}"), 400, "validation");
    }

    private EditScope scopeSent() {
        return topology()
                .sent()
                .getOperations()
                .getFirst()
                .getEditTask()
                .orElseThrow()
                .getScope();
    }

    @Test
    void aStaleVersionIsAnsweredWithWhatIsThere() {
        topology()
                .outcomes(refused(new Rejection(
                        RejectionCode.VERSION_MISMATCH, "It has version 5", null, state(task(5)), List.of())));
        problem(send(HttpMethod.DELETE, ONE_TASK, ""), 412, "version-mismatch")
                .jsonPath("$.task.version")
                .isEqualTo(5)
                .jsonPath("$.task.title")
                .isEqualTo("Pay rent");
    }

    @ParameterizedTest
    @CsvSource({
        "WORKSPACE_NOT_FOUND, 404, not-found",
        "NOT_FOUND, 404, not-found",
        "FORBIDDEN, 403, forbidden",
        "ID_TAKEN, 409, id-taken",
        "CONFLICT, 409, conflict",
        "LIMIT_EXCEEDED, 409, limit-exceeded",
        "UNKNOWN, 409, conflict",
        "IDEMPOTENCY_MISMATCH, 422, idempotency-mismatch"
    })
    void aRefusalIsAProblem(RejectionCode code, int status, String slug) {
        topology().outcomes(refused(code));
        problem(send(HttpMethod.POST, ONE_TASK + "/complete", ""), status, slug)
                .jsonPath("$.detail")
                .isEqualTo("because");
    }

    @Test
    void aValueThatTheTopologyRefusesIsPointedAt() {
        topology().outcomes(refused(new Rejection(RejectionCode.INVALID, "No such list", "/listId", null, List.of())));
        problem(send(HttpMethod.POST, TASKS, "{\"title\":\"x\",\"listId\":\"%s\"}".formatted(LIST)), 400, "validation")
                .jsonPath("$.errors[0].pointer")
                .isEqualTo("/listId")
                .jsonPath("$.errors[0].detail")
                .isEqualTo("No such list");
    }

    @Test
    void whatIsGoneOrWasSoAlreadyIsASuccess() {
        topology().outcomes(gone());
        send(HttpMethod.DELETE, "/api/v1/workspaces/" + WORKSPACE + "/lists/" + LIST, "")
                .expectStatus()
                .isNoContent()
                .expectHeader()
                .valueEquals("Sync-Token", "7")
                .expectBody()
                .isEmpty();

        topology().outcomes(unchanged(state(task(2))));
        send(HttpMethod.POST, ONE_TASK + "/complete", "").expectStatus().isOk();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", quoteCharacter = '\u0001', textBlock = """
            POST   | /tasks/%2$s/complete        | -
            POST   | /tasks/%2$s/reopen          | -
            POST   | /tasks/%2$s/cancel          | -
            POST   | /tasks/%2$s/restore         | -
            POST   | /tasks/%2$s/skip            | -
            POST   | /tasks/%2$s/move            | {"listId":"%1$s","position":{"after":"%1$s"}}
            DELETE | /tasks/%2$s                 | -
            DELETE | /tasks/%2$s/comments/%3$s   | -
            DELETE | /lists/%1$s                 | -
            DELETE | /members/%1$s               | -
            PUT    | /members/%1$s               | {"role":"editor","displayName":"Bo"}
            PATCH  | ''                          | {"name":"Crew"}
            """)
    void eachCallIsItsOperation(String method, String path, String body) {
        topology().agree();
        var uri = ("/api/v1/workspaces/" + WORKSPACE + (path.equals("''") ? "" : path)).formatted(LIST, TASK, COMMENT);
        send(HttpMethod.valueOf(method), uri, body == null ? "" : body.formatted(LIST))
                .expectStatus()
                .is2xxSuccessful();

        assertThat(Agreement.action(topology().sent().getOperations().getFirst()))
                .isEqualTo(
                        switch (method + " " + path.replaceAll("%\\d\\$s", "*")) {
                            case "POST /tasks/*/complete" -> new CompleteTask(TASK);
                            case "POST /tasks/*/reopen" -> new ReopenTask(TASK);
                            case "POST /tasks/*/cancel" -> new CancelTask(TASK);
                            case "POST /tasks/*/restore" -> new RestoreTask(TASK);
                            case "POST /tasks/*/skip" -> new SkipTask(TASK);
                            case "POST /tasks/*/move" -> new MoveTask(TASK, LIST, new Placement(LIST, null));
                            case "DELETE /tasks/*" -> new DeleteTask(TASK);
                            case "DELETE /tasks/*/comments/*" -> new DeleteComment(COMMENT, TASK);
                            case "DELETE /lists/*" -> new DeleteList(LIST);
                            case "DELETE /members/*" -> new RemoveMember(LIST);
                            case "PUT /members/*" -> new SetMember(LIST, Role.EDITOR, "Bo");
                            case "PATCH ''" -> new EditWorkspace("Crew", null, null);
                            default -> throw new AssertionError(method + " " + path);
                        });
    }

    @Test
    void listsAndCommentsAreMadeToo() {
        topology().outcomes(accepted(Facts.list()));
        send(HttpMethod.POST, "/api/v1/workspaces/" + WORKSPACE + "/lists", "{\"name\":\"Home\"}")
                .expectStatus()
                .isCreated()
                .expectHeader()
                .location("/api/v1/workspaces/" + WORKSPACE + "/lists/" + LIST);

        topology().outcomes(accepted(Facts.comment()));
        send(HttpMethod.POST, ONE_TASK + "/comments", "{\"text\":\"Done?\"}")
                .expectStatus()
                .isCreated()
                .expectHeader()
                .location(ONE_TASK + "/comments/" + COMMENT);
        assertThat(topology()
                        .sent()
                        .getOperations()
                        .getFirst()
                        .getAddComment()
                        .orElseThrow()
                        .getTaskId())
                .isEqualTo(TASK);
    }

    @Test
    void aWorkspacesIdFollowsFromTheIdempotencyKey() {
        topology()
                .answer(command -> Optional.of(
                        result(command, 1, List.of(accepted(Facts.workspace(command.getWorkspaceId(), null))))));
        var withKey = Ids.workspace(ADA, "k-2");

        request(HttpMethod.POST, "/api/v1/workspaces")
                .header("Idempotency-Key", "k-2")
                .bodyValue("{\"name\":\"Team\"}")
                .exchange()
                .expectStatus()
                .isCreated()
                .expectHeader()
                .location("/api/v1/workspaces/" + withKey);
        assertThat(topology().sent().getWorkspaceId()).isEqualTo(withKey);

        send(HttpMethod.POST, "/api/v1/workspaces", "{\"name\":\"Team\"}")
                .expectStatus()
                .isCreated();
        assertThat(topology().sent().getWorkspaceId().version()).isEqualTo(7);
    }

    @Test
    void aProfileIsKeptInThePersonalWorkspace() {
        topology().outcomes(accepted(Facts.workspace(ADA, new Profile("Ada L.", "Asia/Tokyo"))));
        send(HttpMethod.PATCH, "/api/v1/me", "{\"timeZone\":\"Asia/Tokyo\"}")
                .expectStatus()
                .isOk()
                .expectBody()
                .json("""
                        {"user":{"id":"%1$s","name":"Ada L."},"personalWorkspaceId":"%1$s","timeZone":"Asia/Tokyo"}""".formatted(ADA));
        assertThat(topology().sent().getWorkspaceId()).isEqualTo(ADA);
    }

    @Test
    void aBatchTellsWhatBecameOfEach() {
        topology()
                .outcomes(
                        accepted(state(task(1))),
                        gone(),
                        refused(new Rejection(RejectionCode.INVALID, "No such list", "/listId", null, List.of())));
        batch("""
                {"atomic":false,"operations":[
                  {"op":"create","task":{"title":"a"}},
                  {"op":"delete","id":"%1$s"},
                  {"op":"move","id":"%1$s","move":{"listId":"%1$s"}}]}""".formatted(TASK))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.results[0].status")
                .isEqualTo(201)
                .jsonPath("$.results[0].task.id")
                .isEqualTo(TASK.toString())
                .jsonPath("$.results[1].status")
                .isEqualTo(204)
                .jsonPath("$.results[2].status")
                .isEqualTo(400)
                .jsonPath("$.results[2].problem.errors[0].pointer")
                .isEqualTo("/operations/2/move/listId");
        assertThat(topology().sent().getAtomic()).isFalse();
    }

    @Test
    void aBatchOfWhichNothingWasDoneFailsAsAWhole() {
        topology().outcomes(notAttempted(), refused(RejectionCode.NOT_FOUND));
        problem(batch("""
                {"operations":[{"op":"delete","id":"%1$s"},{"op":"complete","id":"%1$s"}]}""".formatted(TASK)), 404, "not-found")
                .jsonPath("$.operation")
                .isEqualTo(1)
                .jsonPath("$.results[0].status")
                .isEqualTo(424)
                .jsonPath("$.results[1].status")
                .isEqualTo(404);

        topology().outcomes(refused(RejectionCode.IDEMPOTENCY_MISMATCH), refused(RejectionCode.IDEMPOTENCY_MISMATCH));
        problem(batch("""
                {"atomic":false,"operations":[{"op":"delete","id":"%1$s"},{"op":"complete","id":"%1$s"}]}""".formatted(TASK)), 422, "idempotency-mismatch");
    }

    @Test
    void whatIsNotAnsweredInTimeCanBeAskedForLater() {
        topology().answer(_ -> Optional.empty());
        var response =
                send(HttpMethod.POST, ONE_TASK + "/complete", "").expectStatus().isAccepted();
        var command = topology().sent();
        var location = "/api/v1/commands/" + command.getCommandId();
        response.expectHeader().location(location);

        client("ada")
                .get()
                .uri(location)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .json("{\"id\":\"%s\",\"state\":\"pending\"}".formatted(command.getCommandId()));
    }

    @Test
    void anAnswerIsFoundByWhoSentTheCommandAlone() {
        topology().outcomes(accepted(state(task(1))));
        send(HttpMethod.POST, ONE_TASK + "/complete", "").expectStatus().isOk();
        var id = topology().sent().getCommandId();

        client("ada")
                .get()
                .uri("/api/v1/commands/" + id)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("Sync-Token", "7")
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("answered")
                .jsonPath("$.results[0].task.id")
                .isEqualTo(TASK.toString());
        problem(client("bo").get().uri("/api/v1/commands/" + id).exchange(), 404, "not-found");
    }

    @Test
    void aCommandThatCannotBeKnownIsNotFound() {
        for (var id : List.of(
                UUID.randomUUID(),
                Ids.v7(Instant.now().minus(Duration.ofMinutes(61))),
                Ids.v7(Instant.now().plus(Duration.ofMinutes(2))))) {
            problem(client("ada").get().uri("/api/v1/commands/" + id).exchange(), 404, "not-found");
        }
    }

    @Test
    void whatIsNotAsAgreedIsNotSent() {
        topology().outcomes(gone());
        problem(send(HttpMethod.POST, TASKS, "{\"title\":3}"), 400, "validation");
        problem(send(HttpMethod.POST, TASKS, "{\"title\":"), 400, "malformed");
        problem(send(HttpMethod.POST, "/api/v1/workspaces/x/tasks", "{\"title\":\"x\"}"), 400, "malformed");
        problem(
                request(HttpMethod.PATCH, ONE_TASK)
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue("{}")
                        .exchange(),
                415,
                "unsupported-media-type");
        problem(
                request(HttpMethod.PATCH, ONE_TASK)
                        .header(HttpHeaders.IF_MATCH, "W/\"3\"")
                        .bodyValue("{}")
                        .exchange(),
                400,
                "validation");
        problem(
                request(HttpMethod.POST, TASKS)
                        .header("Idempotency-Key", "x".repeat(256))
                        .bodyValue("{\"title\":\"x\"}")
                        .exchange(),
                400,
                "validation");
        assertThat(topology().sentNone()).isTrue();
    }

    @Test
    void aTopologyThatIsDownIsATemporaryProblem() {
        topology().agree();
        send(HttpMethod.POST, ONE_TASK + "/complete", "").expectStatus().isOk();
        topology().down(true);
        try {
            problem(send(HttpMethod.POST, ONE_TASK + "/complete", ""), 503, "unavailable");
        } finally {
            topology().down(false);
        }
    }

    private ResponseSpec batch(String body) {
        return send(HttpMethod.POST, "/api/v1/workspaces/" + WORKSPACE + "/batch", body);
    }

    private ResponseSpec send(HttpMethod method, String path, String body) {
        return request(method, path).bodyValue(body).exchange();
    }

    private RequestBodySpec request(HttpMethod method, String path) {
        return client("ada")
                .method(method)
                .uri(path)
                .contentType(
                        method == HttpMethod.PATCH
                                ? MediaType.valueOf("application/merge-patch+json")
                                : MediaType.APPLICATION_JSON);
    }

    private static WebTestClient.BodyContentSpec problem(ResponseSpec response, int status, String slug) {
        return response.expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("https://almanac.dev/problems/" + slug)
                .jsonPath("$.status")
                .isEqualTo(status);
    }

    @Test
    void aReminderIsSnoozedUntilAMomentOrForSomeTime() {
        topology().outcomes(accepted(state(task(2))));
        var reminder = ONE_TASK + "/reminders/" + COMMENT;

        send(HttpMethod.POST, reminder + "/snooze", "{\"until\":\"2026-11-30T08:00:00Z\"}")
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("ETag", "\"2\"");

        var snooze =
                topology().sent().getOperations().getFirst().getSnoozeReminder().orElseThrow();
        assertThat(snooze.getTaskId()).isEqualTo(TASK);
        assertThat(snooze.getReminderId()).isEqualTo(COMMENT);
        assertThat(snooze.getUntil()).isEqualTo(Instant.parse("2026-11-30T08:00:00Z"));

        send(HttpMethod.POST, reminder + "/snooze", "{\"for\":\"PT10M\",\"until\":\"2026-11-30T08:00:00Z\"}")
                .expectStatus()
                .isBadRequest();
        send(HttpMethod.POST, reminder + "/snooze", "{\"for\":\"-PT10M\"}")
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void aReminderIsDismissed() {
        topology().outcomes(accepted(state(task(2))));

        request(HttpMethod.POST, ONE_TASK + "/reminders/" + COMMENT + "/dismiss")
                .exchange()
                .expectStatus()
                .isOk();

        assertThat(topology().sent().getOperations().getFirst().getDismissReminder())
                .contains(new DismissReminder(TASK, COMMENT));
    }
}
