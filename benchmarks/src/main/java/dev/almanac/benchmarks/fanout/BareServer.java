package dev.almanac.benchmarks.fanout;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/**
 * What is left of a stream where nothing is behind it: whoever is connected is sent the body of a {@code POST}, as often as
 * its query tells. A process of its own, as the service is; it prints its port, and ends with its input.
 */
public final class BareServer {
    private static final Set<Sinks.Many<byte[]>> CONNECTED = ConcurrentHashMap.newKeySet();

    private BareServer() {}

    public static void main(String[] arguments) throws IOException {
        DisposableServer server = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .route(routes -> routes.get("/stream", BareServer::stream).post("/events/{count}", BareServer::send))
                .bindNow();
        System.out.println(server.port());
        while (System.in.read() >= 0) {}
        server.disposeNow();
    }

    private static Publisher<Void> stream(HttpServerRequest request, HttpServerResponse response) {
        Sinks.Many<byte[]> sink = Sinks.many().unicast().onBackpressureBuffer();
        CONNECTED.add(sink);
        // The first bytes tell that it is connected.
        sink.tryEmitNext(":\n\n".getBytes(UTF_8));
        return response.header("Content-Type", "text/event-stream")
                .sendGroups(sink.asFlux().map(event -> Mono.<ByteBuf>just(Unpooled.wrappedBuffer(event))))
                .then(Mono.<Void>fromRunnable(() -> CONNECTED.remove(sink)));
    }

    private static Publisher<Void> send(HttpServerRequest request, HttpServerResponse response) {
        int count = Integer.parseInt(request.param("count"));
        return request.receive().aggregate().asByteArray().flatMap(event -> {
            for (int i = 0; i < count; i++) {
                CONNECTED.forEach(sink -> sink.tryEmitNext(event));
            }
            return response.status(204).send();
        });
    }
}
