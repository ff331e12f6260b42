package dev.almanac.local.backing;

import dev.almanac.local.process.HttpProbe;
import dev.almanac.local.process.Launch;
import dev.almanac.local.process.Part;
import dev.almanac.local.process.Programs;
import dev.almanac.local.process.StopSignal;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Apicurio Registry. What it knows lies in topics of the broker; its directory holds nothing that has to last.
 *
 * @param data its directory
 * @param log where its output goes
 * @param port for its APIs
 * @param managementPort for health and metrics
 * @param bootstrapServers of the broker that keeps its schemas
 */
public record Registry(Path data, Path log, int port, int managementPort, String bootstrapServers) implements Part {
    @Override
    public String name() {
        return "registry";
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    @Override
    public Launch prepare() throws IOException {
        Path directory = Files.createDirectories(data);
        List<String> command = List.of(
                Programs.java().toString(),
                "-Xms64m",
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                Installation.registry().resolve("quarkus-run.jar").toString());
        Map<String, String> environment = Map.ofEntries(
                Map.entry("QUARKUS_HTTP_HOST", "127.0.0.1"),
                Map.entry("QUARKUS_HTTP_PORT", Integer.toString(port)),
                Map.entry("QUARKUS_MANAGEMENT_HOST", "127.0.0.1"),
                Map.entry("QUARKUS_MANAGEMENT_PORT", Integer.toString(managementPort)),
                Map.entry("QUARKUS_HTTP_ACCESS_LOG_ENABLED", "false"),
                Map.entry("APICURIO_STORAGE_KIND", "kafkasql"),
                Map.entry("APICURIO_KAFKASQL_BOOTSTRAP_SERVERS", bootstrapServers),
                // How long it waits, four times, for a snapshot that an empty topic doesn't have.
                Map.entry("APICURIO_KAFKASQL_CONSUMER_POLL_TIMEOUT", "200"),
                Map.entry("APICURIO_STORAGE_SNAPSHOT_LOCATION", directory.toString()),
                Map.entry("APICURIO_IMPORT_WORK_DIR", directory.toString()),
                // Its cache in memory, with one user: no need of twenty connections before the first request.
                Map.entry("APICURIO_DATASOURCE_JDBC_INITIAL_SIZE", "1"),
                Map.entry("APICURIO_DATASOURCE_JDBC_MIN_SIZE", "1"),
                Map.entry("APICURIO_DATASOURCE_JDBC_MAX_SIZE", "10"));
        return new Launch(name(), command, environment, directory, log, StopSignal.TERM);
    }

    @Override
    public boolean ready() {
        return healthy("ready");
    }

    @Override
    public boolean alive() {
        return healthy("live");
    }

    private boolean healthy(String probe) {
        return HttpProbe.succeeds(URI.create("http://127.0.0.1:" + managementPort + "/health/" + probe));
    }
}
