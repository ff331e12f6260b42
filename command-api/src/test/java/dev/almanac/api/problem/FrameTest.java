package dev.almanac.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.api.security.Caller;
import dev.almanac.api.support.SliceTest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The edge without any of the real routes: who gets in, and what every failure looks like. */
@Import(FrameTest.Routes.class)
class FrameTest extends SliceTest {
    @RestController
    static class Routes {
        @GetMapping("/api/test/caller")
        String caller(@AuthenticationPrincipal Caller caller) {
            return caller.name().orElse("nobody");
        }

        @PostMapping(path = "/api/test/things/{id}", consumes = "application/json", produces = "application/json")
        byte[] echo(@PathVariable UUID id, @RequestBody byte[] body) {
            return body;
        }

        @GetMapping("/api/test/defect")
        String defect() {
            throw new IllegalStateException("a secret that must not leave");
        }
    }

    @Test
    void aValidTokenNamesTheCaller() {
        for (var again = 0; again < 2; again++) {
            client().get()
                    .uri("/api/test/caller")
                    .headers(bearer(ISSUER.token("ada")))
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectBody(String.class)
                    .isEqualTo("ada");
        }
    }

    static Stream<Arguments> tokensThatAreNoGood() {
        return Stream.of(
                Arguments.of("expired", ISSUER.claims("ada").expirationTime(Date.from(Instant.EPOCH))),
                Arguments.of("for someone else", ISSUER.claims("ada").audience("another")),
                Arguments.of("of another issuer", ISSUER.claims("ada").issuer("http://localhost:1")),
                Arguments.of("without a subject", ISSUER.claims("ada").subject(null)),
                Arguments.of("without an end", ISSUER.claims("ada").expirationTime(null)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tokensThatAreNoGood")
    void aTokenThatIsNoGoodIs401(String label, com.nimbusds.jwt.JWTClaimsSet.Builder claims) {
        problem(HttpMethod.GET, "/api/test/caller", bearer(ISSUER.sign(claims.build())), "", 401, "unauthorized");
    }

    @Test
    void noTokenAndGarbageAre401() {
        problem(HttpMethod.GET, "/api/test/caller", _ -> {}, "", 401, "unauthorized");
        problem(HttpMethod.GET, "/api/test/caller", bearer("garbage"), "", 401, "unauthorized");
        problem(
                HttpMethod.GET,
                "/api/test/caller",
                headers -> headers.set(HttpHeaders.AUTHORIZATION, "Bearer ?"),
                "",
                401,
                "unauthorized");
    }

    @Test
    void whatTheFrameworkRefusesIsAProblemToo() {
        var ada = bearer(ISSUER.token("ada"));
        var thing = "/api/test/things/" + UUID.randomUUID();
        problem(HttpMethod.GET, "/api/test/nothing", ada, "", 404, "not-found");
        problem(HttpMethod.GET, "/nothing", _ -> {}, "", 404, "not-found");
        problem(HttpMethod.GET, thing, ada, "", 405, "method-not-allowed");
        problem(HttpMethod.POST, "/api/test/things/x", ada.andThen(json()), "{}", 400, "malformed");
        problem(HttpMethod.POST, thing, ada.andThen(type("text/plain")), "{}", 415, "unsupported-media-type");
        problem(HttpMethod.POST, thing, ada.andThen(json()), "", 400, "malformed");
        problem(HttpMethod.POST, thing, ada.andThen(json()), "x".repeat(256 * 1024 + 1), 413, "too-large");
        problem(
                HttpMethod.POST,
                thing,
                ada.andThen(json()).andThen(headers -> headers.set(HttpHeaders.ACCEPT, "text/html")),
                "{}",
                406,
                "not-acceptable");
    }

    @Test
    void headersThatNoClientLibraryWouldSendAreProblemsToo() throws Exception {
        var thing = "/api/test/things/" + UUID.randomUUID();
        assertThat(raw(thing, "Content-Type: nonsense")).isEqualTo(415);
        assertThat(raw(thing, "Content-Type: application/json\r\nAccept: nonsense"))
                .isEqualTo(406);
        assertThat(raw(thing + "?a=%zz", "Content-Type: application/json")).isEqualTo(400);
    }

    @Test
    void aBodyOfExactlyTheLimitIsTaken() {
        client().post()
                .uri("/api/test/things/" + UUID.randomUUID())
                .headers(bearer(ISSUER.token("ada")).andThen(json()))
                .bodyValue("x".repeat(256 * 1024))
                .exchange()
                .expectStatus()
                .isOk();
    }

    @Test
    void aDefectIs500AndKeepsItsSecrets() {
        var body = problem(HttpMethod.GET, "/api/test/defect", bearer(ISSUER.token("ada")), "", 500, "internal");
        body.jsonPath("$.detail").value(detail -> assertThat(detail.toString()).doesNotContain("secret"));
    }

    @Test
    void thePageMayCallItselfAndTheIssuerOnly() {
        client().get()
                .uri("/")
                .exchange()
                .expectHeader()
                .value(
                        "Content-Security-Policy",
                        policy -> assertThat(policy)
                                .contains(
                                        "default-src 'none'",
                                        "script-src 'self';",
                                        "connect-src 'self' " + ISSUER.uri()))
                .expectHeader()
                .doesNotExist(HttpHeaders.SET_COOKIE);
    }

    @Test
    void thePageLearnsWhereToSignIn() {
        client().get()
                .uri("/app-config.json")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .json("""
                        {"issuer":"%s","clientId":"almanac","scopes":["openid","profile","email"]}""".formatted(ISSUER.uri()));
    }

    @Test
    void aRequestKeepsItsIdUnlessItIsNoSuchThing() {
        client().get()
                .uri("/app-config.json")
                .header("X-Request-Id", "mine-1")
                .exchange()
                .expectHeader()
                .valueEquals("X-Request-Id", "mine-1");
        client().get()
                .uri("/app-config.json")
                .header("X-Request-Id", "no such thing")
                .exchange()
                .expectHeader()
                .value("X-Request-Id", id -> assertThat(id).isNotBlank().isNotEqualTo("no such thing"));
    }

    @Test
    void anotherOriginIsNotLetIn() {
        client().options()
                .uri("/api/test/caller")
                .header(HttpHeaders.ORIGIN, "https://elsewhere.example")
                .header(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD, "GET")
                .exchange()
                .expectHeader()
                .doesNotExist(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN);
    }

    private int raw(String path, String header) throws IOException {
        var token = ISSUER.token("ada");
        try (var socket = new Socket("localhost", port())) {
            socket.getOutputStream().write("""
                            POST %s HTTP/1.1\r
                            Host: localhost\r
                            Authorization: Bearer %s\r
                            %s\r
                            Content-Length: 2\r
                            Connection: close\r
                            \r
                            {}""".formatted(path, token, header).getBytes(StandardCharsets.US_ASCII));
            var statusLine = new BufferedReader(
                            new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
            return Integer.parseInt(statusLine.split(" ")[1]);
        }
    }

    private WebTestClient.BodyContentSpec problem(
            HttpMethod method, String path, Consumer<HttpHeaders> headers, String body, int status, String slug) {
        return client().method(method)
                .uri(path)
                .headers(headers)
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("https://almanac.dev/problems/" + slug)
                .jsonPath("$.status")
                .isEqualTo(status);
    }

    private static Consumer<HttpHeaders> json() {
        return type("application/json");
    }

    private static Consumer<HttpHeaders> type(String contentType) {
        return headers -> headers.set(HttpHeaders.CONTENT_TYPE, contentType);
    }
}
