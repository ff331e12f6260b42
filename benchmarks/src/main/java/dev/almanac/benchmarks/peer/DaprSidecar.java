package dev.almanac.benchmarks.peer;

import dev.almanac.local.process.Launch;
import dev.almanac.local.process.Part;
import dev.almanac.local.process.Ports;
import dev.almanac.local.process.StopSignal;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The sidecar of one application.
 *
 * @param port of its HTTP API
 * @param appPort at which it calls the application
 */
record DaprSidecar(Path data, Path log, int port, int appPort, DaprScheduler scheduler) implements Part {
    private static final Duration LIMIT = Duration.ofSeconds(1);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    static DaprSidecar in(Path directory, int appPort, DaprScheduler scheduler) {
        return new DaprSidecar(
                directory.resolve("daprd"), directory.resolve("daprd.log"), Ports.any(), appPort, scheduler);
    }

    @Override
    public String name() {
        return "daprd";
    }

    @Override
    public Launch prepare() throws IOException {
        Path resources = Files.createDirectories(data);
        List<String> command = List.of(
                DaprPrograms.daprd().toString(),
                "--app-id=bench",
                "--app-port=" + appPort,
                "--dapr-http-port=" + port,
                "--dapr-grpc-port=" + Ports.any(),
                "--dapr-internal-grpc-port=" + Ports.any(),
                "--dapr-listen-addresses=127.0.0.1",
                "--metrics-port=" + Ports.any(),
                "--resources-path=" + resources,
                "--scheduler-host-address=127.0.0.1:" + scheduler.port(),
                "--log-level=warn");
        return new Launch(name(), command, Map.of("NAMESPACE", "default"), resources, log, StopSignal.TERM);
    }

    /** It answers 204. */
    @Override
    public boolean ready() {
        try {
            HttpRequest health = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1.0/healthz"))
                    .timeout(LIMIT)
                    .build();
            return CLIENT.send(health, BodyHandlers.discarding()).statusCode() == 204;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
