package dev.almanac.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.almanac.api.support.SliceTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

class RecurrencePreviewTest extends SliceTest {
    private static final HttpServer TOPOLOGY = topologyServer();

    private static volatile String question = "";
    private static volatile int status = 200;
    private static volatile String answer = "";

    private static HttpServer topologyServer() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/internal/v1/recurrence-previews", exchange -> {
                question = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                byte[] body = answer.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(status, body.length);
                exchange.getResponseBody().write(body);
                exchange.close();
            });
            server.start();
            return server;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @DynamicPropertySource
    static void topology(DynamicPropertyRegistry registry) {
        registry.add(
                "almanac.topology.url",
                () -> "http://127.0.0.1:" + TOPOLOGY.getAddress().getPort());
    }

    @AfterAll
    static void stop() {
        TOPOLOGY.stop(0);
    }

    @Test
    void theTopologysAnswerIsPassedOn() {
        answers(200, "{\"occurrences\":[]}");
        ask("{\"rule\":\"FREQ=DAILY\",\"start\":\"2026-11-30T09:00\"}")
                .expectStatus()
                .isOk()
                .expectBody()
                .json("{\"occurrences\":[]}");
        assertThat(question)
                .isEqualTo("{\"rule\":\"FREQ=DAILY\",\"start\":\"2026-11-30T09:00\",\"timeZone\":\"Z\",\"limit\":10,"
                        + "\"after\":null}");
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
        status = code;
        answer = body;
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
