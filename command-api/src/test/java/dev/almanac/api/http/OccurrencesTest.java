package dev.almanac.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.api.support.InternalApi;
import dev.almanac.api.support.SliceTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

class OccurrencesTest extends SliceTest {
    private static final InternalApi TOPOLOGY = new InternalApi("/internal/v1/workspaces");
    private static final UUID WORKSPACE = UUID.randomUUID();
    private static final UUID TASK = UUID.randomUUID();

    @DynamicPropertySource
    static void topology(DynamicPropertyRegistry registry) {
        TOPOLOGY.addTo(registry);
    }

    @AfterAll
    static void stop() {
        TOPOLOGY.close();
    }

    @Test
    void theTopologysAnswerIsPassedOnWithWhereItWasRead() {
        answers(200);
        ask("?limit=3", "0")
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("Sync-Token", "7")
                .expectHeader()
                .valueEquals("Almanac-Read", "standby")
                .expectBody()
                .json("{\"occurrences\":[],\"ended\":true}");
        assertThat(TOPOLOGY.question().uri())
                .startsWith("/internal/v1/workspaces/" + WORKSPACE + "/tasks/" + TASK + "/occurrences?user=")
                .endsWith("&limit=3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?limit=0", "?limit=201", "?limit=many", "?after=1"})
    void whatIsNotAsAgreedIsRefusedHere(String query) {
        ask(query, "0").expectStatus().isBadRequest();
    }

    @ParameterizedTest
    @CsvSource({"404,0,404,not-found", "503,0,503,unavailable", "503,9,503,sync-timeout"})
    void whatTheTopologyDoesNotTellIsAProblem(int told, String syncToken, int answered, String type) {
        answers(told);
        ask("", syncToken)
                .expectStatus()
                .isEqualTo(answered)
                .expectBody()
                .jsonPath("$.type")
                .value(String.class, it -> assertThat(it).endsWith("/" + type));
    }

    private static void answers(int status) {
        TOPOLOGY.answers(
                status, "{\"occurrences\":[],\"ended\":true}", Map.of("Sync-Token", "7", "Almanac-Read", "standby"));
    }

    private ResponseSpec ask(String query, String syncToken) {
        return client("ada")
                .get()
                .uri("/api/v1/workspaces/" + WORKSPACE + "/tasks/" + TASK + "/occurrences" + query)
                .header("Sync-Token", syncToken)
                .exchange();
    }
}
