package dev.almanac.endtoend.system;

import static org.awaitility.Awaitility.await;

import dev.almanac.endtoend.client.Client;
import dev.almanac.local.backing.Directories;
import dev.almanac.local.clock.Clocks;
import dev.almanac.local.home.StackDirectory;
import dev.almanac.local.issuer.UserName;
import dev.almanac.local.process.Ports;
import dev.almanac.local.stack.StackTokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole system on a data directory of its own, on free ports. */
public final class RunningSystem implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration TOKEN_LIFE = Duration.ofHours(2);
    private static final int TAIL_LINES = 25;
    private static final int LINE_LENGTH = 300;

    private final Path data;
    private final int port;

    /** A part as {@code status --json} tells it; {@code pid} is 0 where it has no process. */
    public record Part(String name, long pid, int port, String state) {
        public boolean isReady() {
            return state.equals("ready");
        }
    }

    /** What is up already on this directory, for whoever works on a test; it is left running. */
    private static final String ATTACH = "almanac.data";

    private RunningSystem(Path data, int port) {
        this.data = data;
        this.port = port;
    }

    /** Starts it on empty data. */
    public static RunningSystem start() {
        String running = System.getProperty(ATTACH);
        if (running != null) {
            RunningSystem attached = new RunningSystem(Path.of(running), 0);
            return new RunningSystem(
                    Path.of(running), attached.part("command-api").port());
        }
        try {
            RunningSystem system = new RunningSystem(Files.createTempDirectory("almanac-end-to-end"), Ports.any());
            system.up();
            return system;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts it detached; returns when it is healthy. */
    public String up() {
        return almanac("up", "--detach", "--port", Integer.toString(port)).good();
    }

    public String down() {
        return almanac("down").good();
    }

    /** A command that is about this system. */
    public Almanac.Result almanac(String... arguments) {
        return Almanac.run(withData(arguments));
    }

    /** The same arguments, and which system they are about. */
    public String[] withData(String... arguments) {
        return Stream.concat(Stream.of(arguments), Stream.of("--data", data.toString()))
                .toArray(String[]::new);
    }

    public Path data() {
        return data;
    }

    public int port() {
        return port;
    }

    public URI url() {
        return URI.create("http://localhost:" + port);
    }

    /** The API as a user sees it. */
    public Client client(String user) {
        return new Client(
                url(), user, StackTokens.of(directory(), Clocks.wall()).access(new UserName(user), TOKEN_LIFE));
    }

    private StackDirectory directory() {
        return StackDirectory.existing(data);
    }

    /** By name, in the order of the data's flow. */
    public Map<String, Part> parts() {
        JsonNode json = new JsonMapper().readTree(almanac("status", "--json").good());
        return json.get("parts")
                .valueStream()
                .map(part -> new Part(
                        part.get("name").asString(),
                        part.get("pid").asLong(0),
                        part.get("port").asInt(),
                        part.get("state").asString()))
                .collect(Collectors.toMap(Part::name, part -> part, (one, _) -> one, LinkedHashMap::new));
    }

    public Part part(String name) {
        Part part = parts().get(name);
        if (part == null) {
            throw new AssertionError("there is no part " + name);
        }
        return part;
    }

    /** Waits until a part runs in another process than this one, and is ready. */
    public Part awaitSuccessor(Part dead) {
        return await("successor of " + dead)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> part(dead.name()), part -> part.pid() != dead.pid() && part.isReady());
    }

    /** Ends a part's process as the machine's last resort does. */
    public Part kill(String name) {
        Part victim = part(name);
        ProcessHandle process = ProcessHandle.of(victim.pid()).orElseThrow();
        process.destroyForcibly();
        process.onExit().join();
        return victim;
    }

    /** A part whose process holds its breath until it is closed. */
    public Suspended suspended(String name) {
        return Suspended.of(part(name).pid());
    }

    /** What a part tells of itself now. */
    public Metrics metrics(String part) {
        return new Metrics(part(part));
    }

    /** One more instance of the API. */
    public AnotherApi anotherApi() {
        return AnotherApi.of(directory());
    }

    /** The supervisor and all that it has started. */
    public List<ProcessHandle> processes() {
        ProcessHandle supervisor = ProcessHandle.of(part("broker").pid())
                .flatMap(ProcessHandle::parent)
                .orElseThrow();
        return Stream.concat(Stream.of(supervisor), supervisor.descendants()).toList();
    }

    /** What to look at when something is amiss. */
    public String state() {
        StringBuilder state = new StringBuilder(almanac("status").said());
        try (Stream<Path> logs = Files.list(data.resolve("logs"))) {
            for (Path log : logs.sorted().toList()) {
                List<String> lines = Files.readAllLines(log);
                state.append("\n--- ").append(log.getFileName()).append('\n');
                lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size())
                        .forEach(line -> state.append(line, 0, Math.min(line.length(), LINE_LENGTH))
                                .append('\n'));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return state.toString();
    }

    /** Stops it and removes its data. */
    @Override
    public void close() {
        if (System.getProperty(ATTACH) != null) {
            return;
        }
        try {
            down();
            Directories.remove(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
