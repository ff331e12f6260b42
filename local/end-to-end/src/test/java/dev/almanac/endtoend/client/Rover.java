package dev.almanac.endtoend.client;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A client that is never connected for long: at random it follows the stream of one instance or another for some lines,
 * resuming by header or by parameter, or asks for a page of changes.
 */
public final class Rover implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final String DATA = "data:";
    private static final int MOST_LINES = 250;
    private static final int LARGEST_PAGE = 200;
    private static final int OK = 200;

    private final Workspace workspace;
    private final List<URI> instances;
    private final Random random;
    private final Replica replica = new Replica(0);
    private final Thread thread;
    private volatile @Nullable InputStream open;
    private volatile @Nullable Throwable failure;
    private volatile boolean stopping;
    private volatile int connections;

    /** @param seed of its whims */
    public Rover(Workspace workspace, List<URI> instances, long seed) {
        this.workspace = workspace;
        this.instances = List.copyOf(instances);
        this.random = new Random(seed);
        this.thread = Thread.ofVirtual()
                .uncaughtExceptionHandler((_, thrown) -> failure = thrown)
                .start(this::rove);
    }

    private void rove() {
        while (!stopping) {
            Workspace here = workspace.as(workspace.client().at(instances.get(random.nextInt(instances.size()))));
            try {
                switch (random.nextInt(3)) {
                    case 0 -> follow(here, "/stream", "Last-Event-ID", Long.toString(replica.reached()));
                    case 1 -> follow(here, "/stream?since=" + replica.reached());
                    default -> ask(here);
                }
            } catch (IOException | UncheckedIOException _) {
                // Cut off, or nobody there.
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    /** Whatever happens to be the last line, the connection is broken off after it. */
    private void follow(Workspace here, String below, String... headers) throws IOException {
        try (InputStream body = LiveStream.connect(here.client(), here.path(below), headers);
                BufferedReader lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            open = body;
            connections++;
            int rest = random.nextInt(MOST_LINES);
            for (String line = lines.readLine(); line != null && rest > 0; line = lines.readLine()) {
                if (line.startsWith(DATA)) {
                    replica.told(JSON.readTree(line.substring(DATA.length())));
                }
                rest--;
            }
        }
    }

    private void ask(Workspace here) {
        int limit = 1 + random.nextInt(LARGEST_PAGE);
        Reply reply = here.get("/changes?limit=" + limit + "&since=" + replica.reached());
        if (reply.status() == OK) {
            connections++;
            replica.asked(reply.json());
        } else {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    /** @throws AssertionError where the server has not kept its promises */
    public Replica replica() {
        Throwable broken = failure;
        if (broken != null) {
            throw new AssertionError("after " + connections + " connections", broken);
        }
        return replica;
    }

    /** How often it was connected, or answered. */
    public int connections() {
        return connections;
    }

    @Override
    public void close() throws IOException {
        stopping = true;
        InputStream body = open;
        if (body != null) {
            body.close();
        }
        thread.interrupt();
    }
}
