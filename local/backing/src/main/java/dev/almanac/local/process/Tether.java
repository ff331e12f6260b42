package dev.almanac.local.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Starts processes that end with this JVM, also where it is killed: a shell holds a pipe to it, and kills them when the
 * pipe closes. A child starts its program only when the shell knows of it, so there is no moment at which one could
 * be left over.
 *
 * <p>Each child leads a session of its own where the machine can do that, so that Ctrl-C reaches this JVM alone, which
 * then stops them in order.
 */
public final class Tether implements AutoCloseable {
    /** Waits for a line, then becomes the program; without one, its starter is gone. */
    private static final String WAIT_THEN_BECOME = "trap '' INT; read -r _ || exit 125; exec \"$@\" </dev/null";

    private final Map<Long, Child> children = new LinkedHashMap<>();
    private Process watchdog;
    private boolean closed;

    public Tether() throws IOException {
        watchdog = startWatchdog();
    }

    /** @throws IOException where the process can't be started */
    public synchronized Child start(Launch launch) throws IOException {
        if (closed) {
            throw new IOException("Not starting " + launch.name() + ": everything is being stopped");
        }
        List<String> command = new ArrayList<>(List.of("sh", "-c", WAIT_THEN_BECOME, launch.name()));
        if (Programs.onPath("setsid")) {
            command.add("setsid");
        }
        command.addAll(launch.command());
        Files.createDirectories(launch.log().toAbsolutePath().getParent());
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(launch.directory().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(launch.log().toFile()));
        builder.environment().putAll(launch.environment());
        Process process = builder.start();
        Child child = new Child(launch, process);
        children.put(process.pid(), child);
        tell("watch", process.pid());
        process.getOutputStream().write('\n');
        process.getOutputStream().close();
        process.onExit().thenRun(() -> forget(process.pid()));
        return child;
    }

    private synchronized void forget(long pid) {
        children.remove(pid);
        if (!closed) {
            tell("forget", pid);
        }
    }

    private void tell(String verb, long pid) {
        try {
            watchdog.getOutputStream().write((verb + " " + pid + "\n").getBytes(StandardCharsets.US_ASCII));
            watchdog.getOutputStream().flush();
        } catch (IOException e) {
            // The shell itself died; the one that takes its place knows every child from its start.
        }
    }

    private Process startWatchdog() throws IOException {
        List<String> command = new ArrayList<>();
        if (Programs.onPath("setsid")) {
            command.add("setsid");
        }
        command.addAll(List.of("sh", "-c", script(), "watchdog"));
        children.keySet().forEach(pid -> command.add(Long.toString(pid)));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.onExit().thenRun(this::replaceWatchdog);
        return process;
    }

    private synchronized void replaceWatchdog() {
        if (closed) {
            return;
        }
        try {
            watchdog = startWatchdog();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String script() throws IOException {
        try (InputStream script = Tether.class.getResourceAsStream("watchdog.sh")) {
            if (script == null) {
                throw new IOException("watchdog.sh is missing beside " + Tether.class.getName());
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Kills what still runs. */
    @Override
    public synchronized void close() throws IOException {
        closed = true;
        watchdog.getOutputStream().close();
    }
}
