package dev.almanac.api.support;

import java.util.function.Consumer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

/** A test of the {@link Slice}, over HTTP. */
@SpringBootTest(
        classes = Slice.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "almanac.internal.token=a-token-for-the-tests",
            "almanac.secrets.master-key=a-key-that-is-there-for-the-tests",
            "almanac.reply.timeout=300ms"
        })
public abstract class SliceTest {
    private static final int LARGEST_FILE = 4 * 1024 * 1024;
    protected static final TestIssuer ISSUER = TestIssuer.shared();

    @LocalServerPort
    private int port;

    @Autowired
    private ScriptedTopology topology;

    @DynamicPropertySource
    static void issuer(DynamicPropertyRegistry registry) {
        registry.add("spring.security.oauth2.resourceserver.jwt.issuer-uri", ISSUER::uri);
    }

    protected int port() {
        return port;
    }

    protected ScriptedTopology topology() {
        return topology;
    }

    /** A client without a token. What it is answered has to be as the contract says. */
    protected WebTestClient client() {
        return WebTestClient.bindToServer()
                .baseUrl("http://localhost:" + port)
                .filter(ContractChecks::check)
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(LARGEST_FILE))
                .build();
    }

    /** A client with the token of the user of that name. */
    protected WebTestClient client(String user) {
        return client().mutate().defaultHeaders(bearer(ISSUER.token(user))).build();
    }

    protected static Consumer<HttpHeaders> bearer(String token) {
        return headers -> headers.setBearerAuth(token);
    }
}
