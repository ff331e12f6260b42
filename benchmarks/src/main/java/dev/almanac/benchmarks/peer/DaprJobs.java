package dev.almanac.benchmarks.peer;

import dev.almanac.benchmarks.stack.Backing;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.HdrHistogram.Histogram;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufFlux;
import reactor.netty.DisposableServer;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.resources.ConnectionProvider;

/**
 * Dapr Jobs by a scheduler and one sidecar, which calls an empty handler of this process over HTTP. A job's name tells when it
 * is due.
 */
public final class DaprJobs implements AutoCloseable {
    private static final int UNDER_WAY = 64;
    /** The stable path came with Dapr 1.18. */
    private static final String PATH = "/v1.0-alpha1/jobs/";

    private static final String TRIGGER = "/job/";

    private final AtomicInteger set = new AtomicInteger();
    private final Executions executions;
    private final DisposableServer application;
    private final HttpClient sidecar;

    private DaprJobs(Clock clock, Backing backing) throws IOException, InterruptedException {
        this.executions = new Executions("Dapr", clock);
        this.application = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .handle(this::called)
                .bindNow();
        DaprScheduler scheduler = backing.started(DaprScheduler.in(backing.directory()));
        DaprSidecar daprd = backing.started(DaprSidecar.in(backing.directory(), application.port(), scheduler));
        this.sidecar = HttpClient.create(ConnectionProvider.builder("dapr")
                        .maxConnections(UNDER_WAY)
                        .build())
                .baseUrl("http://127.0.0.1:" + daprd.port())
                .headers(headers -> headers.set("Content-Type", "application/json"));
    }

    /** Starts it on an empty data folder, which goes with the backing. */
    public static DaprJobs start(Backing backing, Clock clock) throws IOException, InterruptedException {
        return new DaprJobs(clock, backing);
    }

    private Publisher<Void> called(HttpServerRequest request, HttpServerResponse response) {
        if (request.uri().startsWith(TRIGGER)) {
            String name = request.uri().substring(TRIGGER.length());
            long due = Long.parseLong(name.substring(0, name.indexOf('-')));
            executions.add(Instant.ofEpochMilli(due));
            return response.send();
        }
        return response.status(HttpResponseStatus.NOT_FOUND).send();
    }

    /** Jobs set a second, each by a call of its own: there is no other. */
    public double setSingly(int count, Instant due) {
        long start = System.nanoTime();
        set(Collections.nCopies(count, due));
        return count / ((System.nanoTime() - start) / 1e9);
    }

    private void set(List<Instant> times) {
        Flux.fromIterable(times).flatMap(this::set, UNDER_WAY).blockLast();
    }

    private Mono<Void> set(Instant due) {
        String name = due.toEpochMilli() + "-" + set.incrementAndGet();
        return sidecar.post()
                .uri(PATH + name)
                .send(ByteBufFlux.fromString(Mono.just("{\"dueTime\":\"" + due + "\",\"data\":\"\"}")))
                .responseSingle((response, content) -> {
                    int status = response.status().code();
                    return status / 100 == 2
                            ? Mono.<Void>empty()
                            : content.asString()
                                    .flatMap(text -> Mono.error(new IOException("Dapr: " + status + " " + text)));
                });
    }

    /** Waits until so many are executed that are due then; how many a second that was. */
    public double executedPerSecond(int count, Instant due) throws IOException, InterruptedException {
        return executions.perSecond(count, due);
    }

    /** How late the handler is called, in milliseconds, for jobs that are due at these times. */
    public Histogram lateness(List<Instant> times) throws IOException {
        return executions.lateness(times.size(), () -> set(times));
    }

    @Override
    public void close() {
        application.disposeNow();
    }
}
