package dev.almanac.local.issuer;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The issuer's HTTP server: OpenID Connect's discovery, keys, authorization and token endpoints for one public client,
 * with the authorization code flow and PKCE.
 */
public final class Issuer implements AutoCloseable {
    private static final int MAX_FORM_BYTES = 16 * 1024;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Client client;

    private Issuer(HttpServer server, Client client) {
        this.server = server;
        this.client = client;
    }

    /**
     * Starts on this machine alone, at the port of its address.
     *
     * @throws IOException where its port is in use
     */
    public static Issuer start(IssuerAddress address, Tokens tokens, Client client, Clock clock) throws IOException {
        return start(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), address.port()),
                address,
                tokens,
                client,
                clock);
    }

    /**
     * Starts where others reach it by a name that this machine may not know.
     *
     * @throws IOException where its port is in use
     */
    public static Issuer start(
            InetSocketAddress listensAt, IssuerAddress address, Tokens tokens, Client client, Clock clock)
            throws IOException {
        AuthorizationCodes codes = new AuthorizationCodes(clock);
        Authorization authorization = new Authorization(client, codes);
        TokenExchange exchange = new TokenExchange(codes, tokens);
        HttpServer server = HttpServer.create(listensAt, 0);
        Issuer issuer = new Issuer(server, client);
        issuer.route("/.well-known/openid-configuration", Map.of("GET", _ -> Answer.json(200, metadata(address))));
        issuer.route("/jwks", Map.of("GET", _ -> Answer.json(200, tokens.publicKeys())));
        issuer.route("/authorize", Map.of("GET", authorization::ask, "POST", authorization::take));
        issuer.route("/token", Map.of("POST", exchange::exchange));
        server.setExecutor(issuer.threads);
        server.start();
        return issuer;
    }

    private interface Endpoint {
        Answer answer(Parameters asked);
    }

    private static Map<String, Object> metadata(IssuerAddress address) {
        return Map.ofEntries(
                Map.entry("issuer", address.url().toString()),
                Map.entry("authorization_endpoint", address.path("/authorize")),
                Map.entry("token_endpoint", address.path("/token")),
                Map.entry("jwks_uri", address.path("/jwks")),
                Map.entry("response_types_supported", List.of("code")),
                Map.entry("grant_types_supported", List.of("authorization_code")),
                Map.entry("subject_types_supported", List.of("public")),
                Map.entry("id_token_signing_alg_values_supported", List.of("RS256")),
                Map.entry("token_endpoint_auth_methods_supported", List.of("none")),
                Map.entry("code_challenge_methods_supported", List.of(CodeChallenge.METHOD)),
                Map.entry("scopes_supported", List.of("openid", "profile", "email")));
    }

    private void route(String path, Map<String, Endpoint> methods) {
        server.createContext(path, exchange -> answer(exchange, path, methods).send(exchange));
    }

    private Answer answer(HttpExchange exchange, String path, Map<String, Endpoint> methods) throws IOException {
        Map<String, String> crossOrigin = crossOrigin(exchange);
        Endpoint endpoint = methods.get(exchange.getRequestMethod());
        if (!exchange.getRequestURI().getPath().equals(path)) {
            return Answer.text(404, "There is nothing here.");
        }
        if (endpoint == null) {
            return Answer.text(405, "Not that way.").with(Map.of("Allow", String.join(", ", methods.keySet())));
        }
        try {
            return endpoint.answer(parameters(exchange)).with(crossOrigin);
        } catch (IllegalArgumentException e) {
            return Answer.json(400, Map.of("error", "invalid_request", "error_description", e.getMessage()))
                    .with(crossOrigin);
        }
    }

    /** Only the client's pages read answers by script. */
    private Map<String, String> crossOrigin(HttpExchange exchange) {
        String origin = exchange.getRequestHeaders().getFirst("Origin");
        return origin != null && client.origins().contains(origin)
                ? Map.of("Access-Control-Allow-Origin", origin, "Vary", "Origin")
                : Map.of("Vary", "Origin");
    }

    private static Parameters parameters(HttpExchange exchange) throws IOException {
        if (exchange.getRequestMethod().equals("GET")) {
            return Parameters.parse(exchange.getRequestURI().getRawQuery());
        }
        byte[] form = exchange.getRequestBody().readNBytes(MAX_FORM_BYTES + 1);
        if (form.length > MAX_FORM_BYTES) {
            throw new IllegalArgumentException("The form has more than " + MAX_FORM_BYTES + " bytes");
        }
        return Parameters.parse(new String(form, StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
