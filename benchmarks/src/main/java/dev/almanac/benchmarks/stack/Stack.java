package dev.almanac.benchmarks.stack;

import dev.almanac.local.backing.Directories;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole system on this machine, on empty data, started and stopped by the command that a user types. */
public final class Stack implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Map<String, String> UNLIMITED =
            Map.of("ALMANAC_RATE_LIMIT_PER_SECOND", "1000000", "ALMANAC_RATE_LIMIT_BURST", "1000000");

    private final Path data;
    private final int port;

    private final Map<String, String> settings;

    private Stack(Path data, int port, Map<String, String> settings) {
        this.data = data;
        this.port = port;
        this.settings = Map.copyOf(settings);
    }

    /**
     * Starts it and waits until it is healthy. No user's rate is limited, since a few users stand for many; the processes
     * inherit this one's environment, and with it any other setting to be tried.
     *
     * @throws IOException where it does not start; what it said is in the message
     */
    public static Stack start() throws IOException, InterruptedException {
        return start(Map.of());
    }

    /** The same with some settings, as environment variables. */
    public static Stack start(Map<String, String> settings) throws IOException, InterruptedException {
        Stack stack = new Stack(Files.createTempDirectory("almanac-bench"), freePort(), settings);
        Runtime.getRuntime().addShutdownHook(new Thread(stack::stopQuietly));
        stack.almanac("up", "--detach", "--port", Integer.toString(stack.port));
        return stack;
    }

    /** Where the HTTP API is. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** The broker's address. */
    public String bootstrapServers() throws IOException, InterruptedException {
        JsonNode parts = JSON.readTree(almanac("status", "--json")).get("parts");
        for (JsonNode part : parts) {
            if (part.get("name").asString().equals("broker")) {
                return "127.0.0.1:" + part.get("port").asInt();
            }
        }
        throw new IOException("no broker among the parts: " + parts);
    }

    /** A token for the named user, good for as long as a benchmark takes. */
    public String token(String user) throws IOException, InterruptedException {
        return almanac("token", user, "--ttl", "PT3H").strip();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        if (!Files.exists(data)) {
            return;
        }
        almanac("down");
        Directories.remove(data);
    }

    private void stopQuietly() {
        try {
            close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String almanac(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of("almanac").toAbsolutePath().toString());
        command.addAll(List.of(arguments));
        command.addAll(List.of("--data", data.toString()));
        Path errors = Files.createTempFile("almanac-bench", ".err");
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
        builder.environment().putAll(UNLIMITED);
        builder.environment().putAll(settings);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int exit = process.waitFor();
        String said = Files.readString(errors);
        Files.delete(errors);
        if (exit != 0) {
            throw new IOException(String.join(" ", command) + " ended with " + exit + ": " + output + said);
        }
        return output;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
