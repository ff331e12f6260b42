package dev.almanac.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.almanac.api.support.SliceTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
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
    private static final HttpServer TOPOLOGY = topologyServer();
    private static final UUID WORKSPACE = UUID.randomUUID();
    private static final UUID TASK = UUID.randomUUID();

    private static volatile String question = "";
    private static volatile int status = 200;

    private static HttpServer topologyServer() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/internal/v1/workspaces", exchange -> {
                question = exchange.getRequestURI().toString();
                byte[] body = "{\"occurrences\":[],\"ended\":true}".getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Sync-Token", "7");
                exchange.getResponseHeaders().set("Almanac-Read", "standby");
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
    void theTopologysAnswerIsPassedOnWithWhereItWasRead() {
        status = 200;
        ask("?limit=3", "0")
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("Sync-Token", "7")
                .expectHeader()
                .valueEquals("Almanac-Read", "standby")
                .expectBody()
                .json("{\"occurrences\":[],\"ended\":true}");
        assertThat(question)
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
        status = told;
        ask("", syncToken)
                .expectStatus()
                .isEqualTo(answered)
                .expectBody()
                .jsonPath("$.type")
                .value(String.class, it -> assertThat(it).endsWith("/" + type));
    }

    private ResponseSpec ask(String query, String syncToken) {
        return client("ada")
                .get()
                .uri("/api/v1/workspaces/" + WORKSPACE + "/tasks/" + TASK + "/occurrences" + query)
                .header("Sync-Token", syncToken)
                .exchange();
    }
}
