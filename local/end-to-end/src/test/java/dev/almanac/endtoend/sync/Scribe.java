package dev.almanac.endtoend.sync;

import dev.almanac.endtoend.client.Reply;
import dev.almanac.endtoend.client.Retrying;
import dev.almanac.endtoend.client.Workspace;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;

/** Somebody who makes, changes and removes things at random, alone and several at once, until enough was written. */
final class Scribe {
    private static final int MOST_AT_ONCE = 25;

    private final Workspace workspace;
    private final Retrying retrying;
    private final Random random;
    private final AtomicLong written;
    private final long enough;
    private final List<String> tasks = new ArrayList<>();
    private final List<String> comments = new ArrayList<>();

    /**
     * @param written the seq that the workspace has reached, by all its scribes together
     * @param enough the seq at which to stop
     */
    Scribe(Workspace workspace, long seed, AtomicLong written, long enough) {
        this.workspace = workspace;
        this.retrying = new Retrying(workspace.client());
        this.random = new Random(seed);
        this.written = written;
        this.enough = enough;
    }

    /** Completes when enough is written; fails where a write is answered unexpectedly. */
    CompletableFuture<Void> start() {
        return CompletableFuture.runAsync(this::write, Thread::startVirtualThread);
    }

    private void write() {
        while (written.get() < enough) {
            if (tasks.isEmpty() || random.nextInt(3) == 0) {
                several();
            } else {
                one();
            }
        }
    }

    private void several() {
        int count = 1 + random.nextInt(MOST_AT_ONCE);
        List<String> operations = new ArrayList<>();
        Set<String> touched = new HashSet<>();
        for (int i = 0; i < count; i++) {
            String task = tasks.isEmpty() || random.nextBoolean() ? "" : any(tasks);
            if (!task.isEmpty() && touched.add(task)) {
                operations.add("{\"op\":\"patch\",\"id\":\"" + task + "\",\"patch\":{\"title\":\"" + title() + "\"}}");
            } else {
                String id = UUID.randomUUID().toString();
                tasks.add(id);
                touched.add(id);
                operations.add("{\"op\":\"create\",\"task\":{\"id\":\"" + id + "\",\"title\":\"" + title() + "\"}}");
            }
        }
        post("/batch", "{\"atomic\":false,\"operations\":[" + String.join(",", operations) + "]}");
    }

    private void one() {
        String task = "/tasks/" + any(tasks);
        switch (random.nextInt(8)) {
            case 0 -> post(task + "/complete", "");
            case 1 -> post(task + "/reopen", "");
            case 2 -> workspace.delete(task);
            case 3 -> post(task + "/restore", "");
            case 4, 5 -> comment(task);
            case 6 -> post("/lists", "{\"name\":\"" + title() + "\"}");
            default -> removeComment();
        }
    }

    private void comment(String task) {
        Reply reply = post(task + "/comments", "{\"text\":\"" + title() + "\"}");
        if (reply.status() == 201) {
            comments.add(task + "/comments/" + reply.id());
        }
    }

    private void removeComment() {
        if (!comments.isEmpty()) {
            workspace.delete(comments.removeLast());
        }
    }

    /** Some find their task in the trash; that is an answer too. */
    private Reply post(String below, String json) {
        Reply reply =
                retrying.post(workspace.path(below), json, UUID.randomUUID().toString());
        if (reply.status() == 400 || reply.status() == 422) {
            throw new AssertionError(reply);
        }
        reply.headers().firstValueAsLong("Sync-Token").ifPresent(seq -> written.accumulateAndGet(seq, Math::max));
        return reply;
    }

    private String any(List<String> some) {
        return some.get(random.nextInt(some.size()));
    }

    private String title() {
        return "Entry " + random.nextInt(1_000_000);
    }
}
