package dev.almanac.endtoend.client;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Retries, under the same key, what was not answered for good: as every client of a remote API should. */
public final class Retrying {
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final int ACCEPTED = 202;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;

    private final Client client;

    public Retrying(Client client) {
        this.client = client;
    }

    /** Returns with the first answer that is final. */
    public Reply post(String path, String json, String idempotencyKey) {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                Reply reply =
                        client.attempt("POST", path, BodyPublishers.ofString(json), "Idempotency-Key", idempotencyKey);
                if (reply.status() != ACCEPTED
                        && reply.status() != TOO_MANY_REQUESTS
                        && reply.status() < SERVER_ERROR) {
                    return reply;
                }
            } catch (IOException _) {
                // Nobody is there at the moment, or is gone before the answer came.
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        throw new IllegalStateException("interrupted");
    }
}
