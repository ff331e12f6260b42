package dev.almanac.endtoend.client;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;

/** Follows a workspace's stream for good: whenever it breaks off, it is resumed after the last event. */
public final class Follower implements AutoCloseable {
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final Workspace workspace;
    private final List<JsonNode> events = new CopyOnWriteArrayList<>();
    private final Thread thread;
    private volatile boolean stopping;

    /** @param since the seq after which it begins */
    public Follower(Workspace workspace, long since) {
        this.workspace = workspace;
        this.thread = Thread.ofVirtual().start(() -> follow(since));
    }

    private void follow(long since) {
        long reached = since;
        while (!stopping) {
            try (LiveStream stream = LiveStream.tryOpen(workspace.client(), workspace.path("/stream"), reached)) {
                stream.readInto(events);
            } catch (IOException _) {
                LockSupport.parkNanos(PAUSE_NANOS);
            }
            if (!events.isEmpty()) {
                reached = events.getLast().get("seq").asLong();
            }
        }
    }

    /** What came so far, over all connections. */
    public List<JsonNode> events() {
        return events;
    }

    /** The seq of the last event; 0 where there was none. */
    public long reached() {
        return Optional.ofNullable(events.isEmpty() ? null : events.getLast())
                .map(event -> event.get("seq").asLong())
                .orElse(0L);
    }

    @Override
    public void close() {
        stopping = true;
        thread.interrupt();
    }
}
