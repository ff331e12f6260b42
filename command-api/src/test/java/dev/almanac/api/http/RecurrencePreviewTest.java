package dev.almanac.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.api.support.InternalApi;
import dev.almanac.api.support.SliceTest;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

class RecurrencePreviewTest extends SliceTest {
    private static final InternalApi TOPOLOGY = new InternalApi("/internal/v1/recurrence-previews");

    @DynamicPropertySource
    static void topology(DynamicPropertyRegistry registry) {
        TOPOLOGY.addTo(registry);
    }

    @AfterAll
    static void stop() {
        TOPOLOGY.close();
    }

    @Test
    void theTopologysAnswerIsPassedOn() {
        answers(200, "{\"occurrences\":[]}");
        ask("{\"rule\":\"FREQ=DAILY\",\"start\":\"2026-11-30T09:00\",\"exceptDates\":[\"2026-12-24T09:00\"]}")
                .expectStatus()
                .isOk()
                .expectBody()
                .json("{\"occurrences\":[]}");
        assertThat(TOPOLOGY.question().body())
                .isEqualTo("{\"rule\":\"FREQ=DAILY\",\"start\":\"2026-11-30T09:00\",\"timeZone\":\"Z\",\"limit\":10,"
                        + "\"after\":null,\"exceptDates\":[\"2026-12-24T09:00\"]}");
    }

    @Test
    void whatIsWrongWithTheRuleIsToldWithItsPlace() {
        answers(400, "{\"errors\":[{\"pointer\":\"/rule\",\"detail\":\"At character 1: expected FREQ.\"}]}");
        ask("{\"rule\":\"COUNT=3\",\"start\":\"2026-11-30\",\"timeZone\":\"Europe/Berlin\",\"limit\":3}")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].pointer")
                .isEqualTo("/rule")
                .jsonPath("$.errors[0].detail")
                .isEqualTo("At character 1: expected FREQ.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|/rule",
                "{\"rule\":\"\",\"start\":\"2026-11-30\"}|/rule",
                "{\"rule\":\"FREQ=DAILY\",\"start\":\"30.11.2026\"}|/start",
                "{\"rule\":\"FREQ=DAILY\",\"start\":\"2026-11-30\",\"timeZone\":\"Mars\"}|/timeZone",
                "{\"rule\":\"FREQ=DAILY\",\"start\":\"2026-11-30\",\"limit\":201}|/limit",
                "{\"rule\":\"FREQ=DAILY\",\"start\":\"2026-11-30\",\"after\":\"2026-11-30T09:00\"}|/after",
                "{\"rule\":\"FREQ=DAILY\",\"start\":\"2026-11-30\",\"exceptDates\":[\"2026-12-24T09:00\"]}|/exceptDates/0",
                "{\"rule\":\"FREQ=DAILY\",\"start\":\"2026-11-30\",\"count\":3}|/count",
            })
    void whatIsNotAsAgreedIsRefusedHere(String body, String pointer) {
        ask(body)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].pointer")
                .isEqualTo(pointer);
    }

    @Test
    void aTopologyThatIsBusyIsTriedAgainLater() {
        answers(503, "");
        ask("{\"rule\":\"FREQ=DAILY\",\"start\":\"2026-11-30\"}")
                .expectStatus()
                .isEqualTo(503)
                .expectHeader()
                .valueEquals("Retry-After", "1");
    }

    private static void answers(int code, String body) {
        TOPOLOGY.answers(code, body, Map.of());
    }

    private ResponseSpec ask(String body) {
        return client("ada")
                .post()
                .uri("/api/v1/recurrence-previews")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }
}
