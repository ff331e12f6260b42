package dev.almanac.api.support;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.test.context.DynamicPropertyRegistry;

/** The topology's HTTP as a script has it: one answer to whatever is asked below a path, and what was asked last. */
public final class InternalApi implements AutoCloseable {
    private final HttpServer server;
    private volatile Script script = new Script(200, "", Map.of());
    private volatile Question question = new Question("", "");

    private record Script(int status, String body, Map<String, String> headers) {}

    /** What was asked. */
    public record Question(String uri, String body) {}

    public InternalApi(String path) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext(path, exchange -> {
            Script answer = script;
            question = new Question(
                    exchange.getRequestURI().toString(),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    /** Makes it the topology of a test. */
    public void addTo(DynamicPropertyRegistry registry) {
        registry.add(
                "almanac.topology.url",
                () -> "http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** The answer from now on. */
    public void answers(int status, String body, Map<String, String> headers) {
        script = new Script(status, body, headers);
    }

    public Question question() {
        return question;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
