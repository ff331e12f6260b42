package dev.almanac.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.api.support.ApiClient;
import dev.almanac.api.support.ApiClient.Answer;
import dev.almanac.api.support.ReadSlice;
import dev.almanac.api.support.ScriptedTopology;
import dev.almanac.api.support.TestWorkspace;
import dev.almanac.schemas.command.Command;
import dev.almanac.schemas.model.Priority;
import dev.almanac.schemas.result.CommandResult;
import dev.almanac.schemas.result.Outcome;
import dev.almanac.schemas.result.OutcomeStatus;
import dev.almanac.schemas.result.Rejection;
import dev.almanac.schemas.result.RejectionCode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Changing what a filter means, over HTTP: what the read model finds becomes commands. */
@SpringBootTest(classes = ReadSlice.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class FilteredEditRoutesTest {
    private static final String COMPLETE_HIGH = "{\"filter\":\"priority = high\",\"op\":\"complete\",\"dryRun\":false}";

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

    @BeforeEach
    void connect() {
        ada = new ApiClient(port, "ada");
        topology.answer(command -> Optional.of(done(command, new Outcome(OutcomeStatus.UNCHANGED, null, null))));
    }

    @Test
    void aDryRunTellsWhatWouldChangeAndSendsNothing() {
        var high = home.task("high", task -> task.setPriority(Priority.HIGH));
        home.task("low");
        home.project();
        var answer = edit("{\"filter\":\"priority = high\",\"op\":\"delete\"}");
        assertThat(answer.json().get("ids").toString()).isEqualTo("[\"" + high.getId() + "\"]");
        assertThat(answer.json().get("matched").asInt()).isEqualTo(1);
        assertThat(topology.sentNone()).isTrue();
    }

    @Test
    void allThatAreMeantAreChangedAPortionAtATime() {
        fill(230);
        var answer = edit(COMPLETE_HIGH, "Idempotency-Key", "once");
        assertThat(answer.json().get("done").asInt()).isEqualTo(230);
        assertThat(answer.json().get("commands")).hasSize(3);
        var keys = new ArrayList<String>();
        for (var size : List.of(100, 100, 30)) {
            var command = topology.sent();
            assertThat(command.getOperations())
                    .hasSize(size)
                    .allSatisfy(
                            operation -> assertThat(operation.getCompleteTask()).isPresent());
            keys.add(command.getIdempotency().orElseThrow().getKey());
        }
        assertThat(keys).doesNotHaveDuplicates();
        edit(COMPLETE_HIGH, "Idempotency-Key", "once");
        topology.sent();
        assertThat(keys).contains(topology.sent().getIdempotency().orElseThrow().getKey());
    }

    @Test
    void whatIsRefusedIsToldTaskByTask() {
        fill(2);
        var refused = new Outcome(
                OutcomeStatus.REJECTED, null, new Rejection(RejectionCode.NOT_FOUND, "gone", null, null, List.of()));
        topology.answer(command -> Optional.of(ScriptedTopology.result(
                command, 99, List.of(new Outcome(OutcomeStatus.UNCHANGED, null, null), refused))));
        var answer = edit(COMPLETE_HIGH);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.syncToken()).isEqualTo(99);
        assertThat(answer.json().get("done").asInt()).isEqualTo(1);
        assertThat(answer.json().get("results").get(1).get("status").asInt()).isEqualTo(404);
    }

    @Test
    void whereAFilterCanNotBeUnderstoodIsToldInTheBody() {
        var answer = edit("{\"filter\":\"priority = huge\",\"op\":\"complete\"}");
        assertThat(answer.status()).isEqualTo(400);
        var error = answer.json().get("errors").get(0);
        assertThat(error.get("pointer").asString()).isEqualTo("/filter");
        assertThat(error.get("position").asInt()).isEqualTo(11);
    }

    @Test
    void moreThanAThousandAreNotTouched() {
        fill(1_001);
        assertThat(edit(COMPLETE_HIGH).problem()).isEqualTo("limit-exceeded");
        assertThat(topology.sentNone()).isTrue();
        var dry = edit("{\"filter\":\"priority = high\",\"op\":\"complete\",\"dryRun\":true}");
        assertThat(dry.json().get("more").asBoolean()).isTrue();
    }

    private void fill(int count) {
        for (var number = 0; number < count; number++) {
            home.task("task", task -> task.setPriority(Priority.HIGH));
        }
        home.project();
    }

    private static CommandResult done(Command command, Outcome outcome) {
        return ScriptedTopology.result(
                command, 99, Collections.nCopies(command.getOperations().size(), outcome));
    }

    private Answer edit(String body, String... headers) {
        return ada.post("/workspaces/" + home.id() + "/edit-by-filter", body, headers);
    }
}
