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
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;

/**
 * Dapr's scheduler, which keeps the jobs in an etcd of its own.
 *
 * @param port for sidecars
 * @param healthPort for its health
 */
record DaprScheduler(Path data, Path log, int port, int healthPort) implements Part {
    static DaprScheduler in(Path directory) {
        return new DaprScheduler(
                directory.resolve("scheduler"), directory.resolve("scheduler.log"), Ports.any(), Ports.any());
    }

    @Override
    public String name() {
        return "scheduler";
    }

    @Override
    public Launch prepare() throws IOException {
        Path directory = Files.createDirectories(data);
        // etcd takes no other.
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
        List<String> command = List.of(
                DaprPrograms.scheduler().toString(),
                "--id=s0",
                "--etcd-initial-cluster=s0=http://127.0.0.1:" + Ports.any(),
                "--etcd-client-port=" + Ports.any(),
                "--etcd-data-dir=" + directory,
                "--port=" + port,
                "--listen-address=127.0.0.1",
                "--healthz-port=" + healthPort,
                "--metrics-port=" + Ports.any(),
                "--log-level=warn");
        return new Launch(name(), command, Map.of("NAMESPACE", "default"), directory, log, StopSignal.TERM);
    }

    @Override
    public boolean ready() {
        return HttpProbe.succeeds(URI.create("http://127.0.0.1:" + healthPort + "/healthz"));
    }
}
