package dev.almanac.local.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.almanac.local.process.Ports;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class IssuerTest {
    private static final String VERIFIER = "a-secret-that-only-the-page-knows-and-nobody-else-ever";
    private static final Map<String, String> REQUEST = Map.of(
            "response_type", "code",
            "client_id", "almanac-web",
            "redirect_uri", "http://localhost:8080/",
            "state", "where & who?",
            "nonce", "once",
            "scope", "openid profile",
            "code_challenge", Sha256.base64Url(VERIFIER),
            "code_challenge_method", "S256");
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    Path directory;

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-23T10:00:00Z"));
    private final HttpClient http = HttpClient.newHttpClient();
    private final IssuerAddress address = IssuerAddress.at(Ports.any());
    private Issuer issuer;

    @BeforeEach
    void start() throws IOException {
        Tokens tokens = new Tokens(address, SigningKey.of(directory.resolve("key.json")), clock);
        issuer = Issuer.start(address, tokens, Client.pageOf("almanac-web", 8080), clock);
    }

    @AfterEach
    void stop() {
        issuer.close();
    }

    @Test
    void aPageSignsAUserInWithCodeAndVerifier() throws Exception {
        HttpResponse<String> form = get("/authorize", REQUEST);
        assertThat(form.statusCode()).isEqualTo(200);
        assertThat(form.body()).contains("Your name").contains("value=\"where &amp; who?\"");

        Map<String, String> back = signIn("Ada Lovelace", REQUEST);
        assertThat(back).containsEntry("state", "where & who?");

        JsonNode tokens = json(exchange(code(back), Map.of()));
        JWTClaimsSet access = verified(tokens.get("access_token").asString());
        assertThat(access.getSubject()).isEqualTo("Ada Lovelace");
        assertThat(access.getIssuer()).isEqualTo(address.url().toString());
        assertThat(access.getAudience()).containsExactly("almanac");
        assertThat(access.getStringClaim("email")).isEqualTo("ada.lovelace@almanac.test");
        assertThat(access.getExpirationTime().toInstant())
                .isEqualTo(clock.instant().plusSeconds(tokens.get("expires_in").asLong()));
        JWTClaimsSet identity = verified(tokens.get("id_token").asString());
        assertThat(identity.getAudience()).containsExactly("almanac-web");
        assertThat(identity.getStringClaim("nonce")).isEqualTo("once");
    }

    @Test
    void discoveryNamesEveryEndpoint() throws Exception {
        JsonNode metadata = json(get("/.well-known/openid-configuration", Map.of()));
        assertThat(metadata.get("issuer").asString()).isEqualTo(address.url().toString());
        for (String endpoint : List.of("authorization_endpoint", "token_endpoint", "jwks_uri")) {
            assertThat(metadata.get(endpoint).asString()).startsWith(address.url() + "/");
        }
        assertThat(metadata.get("code_challenge_methods_supported").toString()).isEqualTo("[\"S256\"]");
    }

    @Test
    void theKeysThatItShowsAreNotThoseItSignsWith() throws Exception {
        assertThat(get("/jwks", Map.of()).body()).contains("\"n\":").doesNotContain("\"d\":");
    }

    @Test
    void aCodeIsGoodOnce() throws Exception {
        String code = code(signIn("ada", REQUEST));
        assertThat(exchange(code, Map.of()).statusCode()).isEqualTo(200);
        assertRefused(exchange(code, Map.of()), "invalid_grant");
    }

    @Test
    void aCodeIsGoodForAMinute() throws Exception {
        String code = code(signIn("ada", REQUEST));
        clock.move(AuthorizationCodes.LIFE);
        assertRefused(exchange(code, Map.of()), "invalid_grant");
    }

    @ParameterizedTest
    @CsvSource({
        "code_verifier, another-secret",
        "client_id, another-client",
        "redirect_uri, http://127.0.0.1:8080/",
        "code_verifier, ''"
    })
    void aCodeIsOnlyForWhoAskedForIt(String parameter, String value) throws Exception {
        String code = code(signIn("ada", REQUEST));
        assertRefused(exchange(code, Map.of(parameter, value)), "invalid_grant");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:8080",
                "http://localhost:8080/other",
                "http://localhost:8080/?x=y",
                "http://localhost:8081/",
                "https://localhost:8080/",
                "http://evil.example/"
            })
    void usersAreSentToExactlyTheAddressesOfThePage(String redirect) throws Exception {
        HttpResponse<String> answer = get("/authorize", with("redirect_uri", redirect));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Location")).isEmpty();
    }

    @Test
    void anUnknownClientGetsNoForm() throws Exception {
        assertThat(get("/authorize", with("client_id", "evil")).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "response_type, token, unsupported_response_type",
        "code_challenge_method, plain, invalid_request",
        "code_challenge, short, invalid_request"
    })
    void whatIsAskedForWronglyIsToldToTheClient(String parameter, String value, String error) throws Exception {
        HttpResponse<String> answer = get("/authorize", with(parameter, value));
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(query(answer)).containsEntry("error", error).containsEntry("state", "where & who?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "<script>alert(1)</script>", "-ada", "a\nb"})
    void aNameThatIsNoneIsAskedForAgain(String name) throws Exception {
        HttpResponse<String> answer = post("/authorize", withName(name));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("Letters, digits").doesNotContain("<script>");
    }

    @Test
    void theFormRunsNoScriptAndLeadsOnlyToThePage() throws Exception {
        String policy = get("/authorize", REQUEST)
                .headers()
                .firstValue("Content-Security-Policy")
                .orElseThrow();
        assertThat(policy)
                .contains("default-src 'none'")
                .contains("frame-ancestors 'none'")
                .contains("http://localhost:8080")
                .doesNotContain("unsafe");
    }

    @Test
    void onlyThePageReadsAnswersByScript() throws Exception {
        assertThat(allowedOrigin("http://localhost:8080")).hasValue("http://localhost:8080");
        assertThat(allowedOrigin("http://127.0.0.1:8080")).hasValue("http://127.0.0.1:8080");
        assertThat(allowedOrigin("http://evil.example")).isEmpty();
    }

    @Test
    void aFormThatIsTooLongIsRefused() throws Exception {
        assertThat(post("/token", Map.of("code", "x".repeat(20_000))).statusCode())
                .isEqualTo(400);
    }

    @Test
    void theOldestCodesAreForgottenWhereThereAreTooMany() {
        AuthorizationCodes codes = new AuthorizationCodes(clock);
        AuthorizationRequest request = new AuthorizationRequest(
                Client.pageOf("almanac-web", 8080),
                URI.create("http://localhost:8080/"),
                Optional.empty(),
                new CodeChallenge(Sha256.base64Url(VERIFIER)),
                Optional.empty());
        String first = codes.issue(new UserName("ada"), request);
        for (int i = 0; i < AuthorizationCodes.MOST; i++) {
            codes.issue(new UserName("ada"), request);
        }
        assertThat(codes.redeem(first)).isEmpty();
    }

    @Test
    void theKeyLastsAsLongAsTheData() {
        Path file = directory.resolve("key.json");
        assertThat(SigningKey.of(file).pair()).isEqualTo(SigningKey.of(file).pair());
    }

    private Map<String, String> signIn(String name, Map<String, String> request) throws Exception {
        Map<String, String> form = new HashMap<>(request);
        form.put("name", name);
        HttpResponse<String> answer = post("/authorize", form);
        assertThat(answer.statusCode()).isEqualTo(303);
        return query(answer);
    }

    private static String code(Map<String, String> answer) {
        return Objects.requireNonNull(answer.get("code"));
    }

    private HttpResponse<String> exchange(String code, Map<String, String> changes) throws Exception {
        Map<String, String> form = new HashMap<>(Map.of(
                "grant_type", "authorization_code",
                "code", code,
                "client_id", "almanac-web",
                "redirect_uri", "http://localhost:8080/",
                "code_verifier", VERIFIER));
        form.putAll(changes);
        return post("/token", form);
    }

    private Optional<String> allowedOrigin(String origin) throws Exception {
        return http.send(
                        HttpRequest.newBuilder(URI.create(address.path("/jwks")))
                                .header("Origin", origin)
                                .build(),
                        BodyHandlers.discarding())
                .headers()
                .firstValue("Access-Control-Allow-Origin");
    }

    private HttpResponse<String> get(String path, Map<String, String> query) throws Exception {
        URI uri = URI.create(address.path(path) + "?" + Parameters.encode(query));
        return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, Map<String, String> form) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create(address.path(path)))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(Parameters.encode(form)))
                        .build(),
                BodyHandlers.ofString());
    }

    private JWTClaimsSet verified(String token) throws Exception {
        SignedJWT jwt = SignedJWT.parse(token);
        JWKSet keys = JWKSet.parse(get("/jwks", Map.of()).body());
        assertThat(jwt.verify(new RSASSAVerifier(
                        keys.getKeyByKeyId(jwt.getHeader().getKeyID()).toRSAKey())))
                .isTrue();
        return jwt.getJWTClaimsSet();
    }

    private static void assertRefused(HttpResponse<String> answer, String error) {
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).get("error").asString()).isEqualTo(error);
    }

    private static Map<String, String> with(String parameter, String value) {
        Map<String, String> request = new HashMap<>(REQUEST);
        request.put(parameter, value);
        return request;
    }

    private static Map<String, String> withName(String name) {
        return with("name", name);
    }

    private static Map<String, String> query(HttpResponse<String> answer) {
        URI location = URI.create(answer.headers().firstValue("Location").orElseThrow());
        assertThat(location.toString()).startsWith("http://localhost:8080/?");
        return Parameters.parse(location.getRawQuery()).values();
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }

    private static final class MovableClock extends Clock {
        private Instant now;

        MovableClock(Instant now) {
            this.now = now;
        }

        void move(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
