package dev.almanac.topology.running;

import dev.almanac.local.backing.BackingServices;
import dev.almanac.local.process.Child;
import dev.almanac.local.process.HttpProbe;
import dev.almanac.local.process.Launch;
import dev.almanac.local.process.Part;
import dev.almanac.local.process.Ports;
import dev.almanac.local.process.Programs;
import dev.almanac.local.process.StartFailedException;
import dev.almanac.local.process.StopSignal;
import dev.almanac.local.process.Tether;
import dev.almanac.topology.StreamsTopologyApplication;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One instance of the service, a process of its own. */
final class Instance {
    private static final String TOKEN = "a-token-for-the-tests";
    private static final Duration START_LIMIT = Duration.ofSeconds(90);
    private static final Duration STOP_GRACE = Duration.ofSeconds(30);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http;
    private final int port;
    private final Child process;

    private Instance(HttpClient http, int port, Child process) {
        this.http = http;
        this.port = port;
        this.process = process;
    }

    /** Returns at once. @param folder for its state stores and its log */
    static Instance start(Tether tether, HttpClient http, Path folder) throws IOException {
        return start(tether, http, folder, "");
    }

    /** Returns at once. @param name by which the group knows it again; empty: none */
    static Instance start(Tether tether, HttpClient http, Path folder, String name) throws IOException {
        Service service = new Service(folder, name, Ports.any());
        return new Instance(http, service.port(), tether.start(service.prepare()));
    }

    /** Waits until it is ready. */
    void awaitReady() throws StartFailedException, InterruptedException {
        process.awaitReady(new Service(Path.of(""), "", port), START_LIMIT);
    }

    private record Service(Path folder, String instanceId, int port) implements Part {
        @Override
        public String name() {
            return "streams-topology";
        }

        @Override
        public Launch prepare() {
            BackingServices backing = BackingServices.shared();
            return new Launch(
                    name(),
                    List.of(
                            Programs.java().toString(),
                            "-Xmx192m",
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            StreamsTopologyApplication.class.getName(),
                            "--server.port=" + port,
                            "--spring.kafka.bootstrap-servers=" + backing.bootstrapServers(),
                            "--almanac.registry.url=" + backing.registryUrl(),
                            "--almanac.internal.token=" + TOKEN,
                            "--almanac.topology.advertised=127.0.0.1:" + port,
                            "--almanac.topology.state-dir=" + folder.resolve("state"),
                            "--almanac.topology.standby-replicas=1",
                            "--almanac.topology.instance-id=" + instanceId,
                            "--almanac.topology.session-timeout=6s",
                            "--almanac.topology.query.sync-wait=300ms"),
                    Map.of(),
                    folder,
                    folder.resolve("log"),
                    StopSignal.TERM);
        }

        @Override
        public boolean ready() {
            return HttpProbe.succeeds(URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness"));
        }
    }

    String address() {
        return "127.0.0.1:" + port;
    }

    /** Asks as another service would. */
    HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path).header("Authorization", "Bearer " + TOKEN);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    HttpResponse<String> getWithoutToken(String path) throws IOException, InterruptedException {
        return http.send(request(path).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://" + address() + path));
    }

    /** What it knows of itself and the others. */
    JsonNode overview() throws IOException, InterruptedException {
        return JSON.readTree(get("/internal/v1/topology").body()).path("tasks");
    }

    /** As an orderly end of the machine would. */
    void stop() throws InterruptedException {
        process.stop(STOP_GRACE);
    }

    /** With {@code kill -9}. */
    void kill() throws InterruptedException {
        process.kill();
    }
}
