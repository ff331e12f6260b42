package dev.almanac.endtoend.client;

import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * A client's copy of a workspace, made of what it is told by the stream and by {@code changes} alike. It holds the server
 * to its promises: no seq comes twice, and whoever goes by {@code previous} sees no hole.
 */
public final class Replica {
    private final Map<String, JsonNode> things = new TreeMap<>();
    private long reached;

    /** @param since the seq after which it begins */
    public Replica(long since) {
        this.reached = since;
    }

    /** An event of the stream. */
    public synchronized void told(JsonNode event) {
        long previous = event.get("previous").asLong();
        if (previous != reached) {
            throw new AssertionError("a hole between " + reached + " and " + event);
        }
        put(event);
    }

    /** An answer of {@code changes} to who asked for what came after {@link #reached}. */
    public synchronized void asked(JsonNode page) {
        page.get("changes").forEach(this::put);
        long token = page.get("syncToken").asLong();
        if (token < reached) {
            throw new AssertionError("back from " + reached + " to " + page);
        }
        reached = token;
    }

    private void put(JsonNode change) {
        long seq = change.get("seq").asLong();
        if (seq <= reached) {
            throw new AssertionError("again, after " + reached + ": " + change);
        }
        reached = seq;
        String thing = change.get("kind").asString() + " " + change.get("id").asString();
        if (change.get("state").isNull()) {
            things.remove(thing);
        } else {
            things.put(thing, change.get("state"));
        }
    }

    /** The seq up to which it has everything. */
    public synchronized long reached() {
        return reached;
    }

    /** The states of all things that are there, by kind and id. */
    public synchronized Map<String, JsonNode> things() {
        return new TreeMap<>(things);
    }
}
