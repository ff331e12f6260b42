package dev.almanac.benchmarks.peer;

import dev.almanac.local.process.HttpProbe;
import dev.almanac.local.process.Launch;
import dev.almanac.local.process.Part;
import dev.almanac.local.process.Ports;
import dev.almanac.local.process.StopSignal;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The sidecar of one application.
 *
 * @param port of its HTTP API
 * @param appPort at which it calls the application
 */
record DaprSidecar(Path data, Path log, int port, int appPort, DaprScheduler scheduler) implements Part {
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

    @Override
    public boolean ready() {
        return HttpProbe.answers(URI.create("http://127.0.0.1:" + port + "/v1.0/healthz"), 204);
    }
}
