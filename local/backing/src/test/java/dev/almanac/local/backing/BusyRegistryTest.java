package dev.almanac.local.backing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.almanac.schemas.provision.Provision;
import dev.almanac.schemas.serde.RegistrySettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The real registry, behind something that lets its first requests down. */
class BusyRegistryTest {
    private static final BackingServices backing = BackingServices.shared();

    @AutoClose
    private final HttpClient http = HttpClient.newHttpClient();

    private final AtomicInteger asked = new AtomicInteger();
    private HttpServer front;

    @BeforeEach
    void start() throws IOException {
        front = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        front.createContext("/", this::answer);
        front.start();
    }

    @AfterEach
    void stop() {
        front.stop(0);
    }

    @Test
    void isAskedAgainForWhatItDidNotAnswer() {
        URI url = URI.create("http://127.0.0.1:" + front.getAddress().getPort());

        assertThatCode(() -> Provision.registerSchemas(new RegistrySettings(url, false)))
                .doesNotThrowAnyException();
        assertThat(asked).hasValueGreaterThan(2);
    }

    private void answer(HttpExchange exchange) throws IOException {
        switch (asked.incrementAndGet()) {
            case 1 -> exchange.sendResponseHeaders(503, -1);
            case 2 -> exchange.close();
            default -> forward(exchange);
        }
    }

    private void forward(HttpExchange exchange) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(backing.registryUrl().resolve(exchange.getRequestURI()))
                .header("Content-Type", "application/json")
                .method(
                        exchange.getRequestMethod(),
                        BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()))
                .build();
        try (exchange) {
            HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
            response.headers()
                    .firstValue("Content-Type")
                    .ifPresent(type -> exchange.getResponseHeaders().set("Content-Type", type));
            exchange.sendResponseHeaders(
                    response.statusCode(), response.body().length == 0 ? -1 : response.body().length);
            exchange.getResponseBody().write(response.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
