package dev.almanac.endtoend.fault;

import dev.almanac.endtoend.client.Reply;
import dev.almanac.endtoend.client.Retrying;
import dev.almanac.endtoend.client.Workspace;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A client that makes one task after the other, and doesn't give one up before it is acknowledged. */
final class Writer implements AutoCloseable {
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final Workspace workspace;
    private final Retrying retrying;
    private final Map<String, Long> acknowledged = new ConcurrentHashMap<>();
    private final Thread thread;
    private volatile boolean stopping;
    private volatile long lastAt = System.nanoTime();
    private volatile long longest;

    Writer(Workspace workspace) {
        this.workspace = workspace;
        this.retrying = new Retrying(workspace.client());
        this.thread = Thread.ofPlatform().name("writer-" + workspace.id()).start(this::write);
    }

    private void write() {
        for (int count = 1; !stopping; count++) {
            String key = UUID.randomUUID().toString();
            Reply reply = retrying.post(workspace.path("/tasks"), "{\"title\":\"task " + count + "\"}", key);
            long now = System.nanoTime();
            acknowledged.put(reply.expect(201).id(), reply.syncToken());
            longest = Math.max(longest, now - lastAt);
            lastAt = now;
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    Workspace workspace() {
        return workspace;
    }

    /** The acknowledged tasks' ids, and with which seq each was. */
    Map<String, Long> acknowledged() {
        return acknowledged;
    }

    /** When the last one was, by {@link System#nanoTime}. */
    long lastAt() {
        return lastAt;
    }

    /** The longest time between two acknowledgements since this was asked last, in nanoseconds. */
    long takeLongestGap() {
        long gap = longest;
        longest = 0;
        return gap;
    }

    /** Returns when its last task is acknowledged. */
    @Override
    public void close() {
        stopping = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
