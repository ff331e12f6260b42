package dev.almanac.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.api.support.ApiClient;
import dev.almanac.api.support.ApiClient.Answer;
import dev.almanac.api.support.ReadSlice;
import dev.almanac.api.support.ScriptedTopology;
import dev.almanac.api.support.TestWorkspace;
import dev.almanac.schemas.command.Command;
import dev.almanac.schemas.command.Operation;
import dev.almanac.schemas.command.Undo;
import dev.almanac.schemas.model.Task;
import dev.almanac.schemas.result.Outcome;
import dev.almanac.schemas.result.OutcomeStatus;
import dev.almanac.schemas.result.Rejection;
import dev.almanac.schemas.result.RejectionCode;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Taking back what was done, over HTTP: what the audit log tells becomes a command. */
@SpringBootTest(classes = ReadSlice.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class UndoRoutesTest {
    @DynamicPropertySource
    static void addresses(DynamicPropertyRegistry registry) {
        ReadSlice.addresses(registry);
    }

    @LocalServerPort
    private int port;

    @Autowired
    private ScriptedTopology topology;

    private ApiClient ada = new ApiClient(0, "ada");
    private final TestWorkspace home = TestWorkspace.of(ada.userId());
    private Task milk;
    private Task soy;

    @BeforeEach
    void connect() {
        ada = new ApiClient(port, "ada");
        milk = home.task("milk", task -> task.setNotes("long notes"));
        soy = home.edit(milk, task -> task.setTitle("soy"));
        home.project();
        topology.outcomes(new Outcome(OutcomeStatus.ACCEPTED, TestWorkspace.state(milk), null));
    }

    @Test
    void anActionIsTakenBackByItsEvent() {
        var done = home.did("edit_task", soy, entry -> entry.setBefore(TestWorkspace.state(milk)));

        var answer = undo("{\"eventId\":\"%s\"}".formatted(done.getEventId().orElseThrow()));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("results").get(0).get("task").get("title").asString())
                .isEqualTo("milk");
        var undo = undos(topology.sent()).getFirst();
        assertThat(undo.getEventId()).isEqualTo(done.getEventId().orElseThrow());
        assertThat(undo.getId()).isEqualTo(milk.getId());
        assertThat(undo.getBefore().orElseThrow().getTask().orElseThrow().getTitle())
                .isEqualTo("milk");
        assertThat(undo.getAfter().orElseThrow().getTask().orElseThrow().getTitle())
                .isEqualTo("soy");
        assertThat(undo.getBefore().orElseThrow().getTask().orElseThrow().getNotes())
                .as("what did not change need not travel")
                .isEmpty();
    }

    @Test
    void aRequestIsTakenBackAsAWholeTheLastThingFirst() {
        var command = UUID.randomUUID();
        for (int operation = 0; operation < 3; operation++) {
            int number = operation;
            home.did(
                    "edit_task",
                    soy,
                    entry -> entry.setCommandId(command).setOperation(number).setBefore(TestWorkspace.state(milk)));
        }

        undo("{\"commandId\":\"%s\"}".formatted(command));

        Command sent = topology.sent();
        assertThat(sent.getAtomic()).isTrue();
        assertThat(undos(sent)).hasSize(3);
    }

    @Test
    void whatStandsInTheWayIsTold() {
        var done = home.did("edit_task", soy, entry -> entry.setBefore(TestWorkspace.state(milk)));
        topology.outcomes(new Outcome(
                OutcomeStatus.REJECTED,
                null,
                new Rejection(
                        RejectionCode.CONFLICT,
                        "title has changed since",
                        null,
                        TestWorkspace.state(soy),
                        List.of("title"))));

        var answer = undo("{\"eventId\":\"%s\"}".formatted(done.getEventId().orElseThrow()));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.problem()).isEqualTo("conflict");
        assertThat(answer.json().get("fields").toString()).isEqualTo("[\"title\"]");
        assertThat(answer.json().get("task").get("title").asString()).isEqualTo("soy");
    }

    @Test
    void whatWasNeverDoneOrIsNoneOfTheirBusinessIsNotFound() {
        var done = home.did("edit_task", soy, entry -> entry.setBefore(TestWorkspace.state(milk)));
        var body = "{\"eventId\":\"%s\"}".formatted(done.getEventId().orElseThrow());

        assertThat(undo("{\"eventId\":\"%s\"}".formatted(UUID.randomUUID())).status())
                .isEqualTo(404);
        assertThat(new ApiClient(port, "eve")
                        .post("/workspaces/" + home.id() + "/undo", body)
                        .status())
                .isEqualTo(404);
        assertThat(topology.sentNone()).isTrue();
    }

    @Test
    void withASyncTokenWhatItTellsOfIsWaitedFor() {
        var answer = ada.post(
                "/workspaces/" + home.id() + "/undo",
                "{\"commandId\":\"%s\"}".formatted(UUID.randomUUID()),
                "Sync-Token",
                Long.toString(home.seq()));

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.problem()).isEqualTo("sync-timeout");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"eventId\":\"x\"}",
                "{\"eventId\":null}",
                "{\"eventId\":\"0190a8f4-0000-7000-8000-00000000000a\",\"commandId\":\"0190a8f4-0000-7000-8000-00000000000a\"}",
                "{\"eventId\":\"0190a8f4-0000-7000-8000-00000000000a\",\"force\":true}",
            })
    void whatNamesNothingOrTooMuchIsRefused(String body) {
        var answer = undo(body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("validation");
    }

    private Answer undo(String body) {
        return ada.post("/workspaces/" + home.id() + "/undo", body);
    }

    private static List<Undo> undos(Command command) {
        return command.getOperations().stream()
                .map(Operation::getUndo)
                .map(undo -> undo.orElseThrow())
                .toList();
    }
}
