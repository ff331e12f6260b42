package dev.almanac.topology.run;

import dev.almanac.topology.config.ThreadRestartProperties;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides what follows when a stream thread dies. Its transaction is aborted by then, so a new thread takes up the work
 * where the last commit left it; where that happens too often the client is shut down, and the process with it, to be
 * started anew by whoever watches over it.
 */
final class ThreadFailures implements StreamsUncaughtExceptionHandler {
    private static final Logger log = LoggerFactory.getLogger(ThreadFailures.class);

    private final ThreadRestartProperties restarts;
    private final Clock clock;
    private final Deque<Instant> recent = new ArrayDeque<>();

    ThreadFailures(ThreadRestartProperties restarts, Clock clock) {
        this.restarts = restarts;
        this.clock = clock;
    }

    @Override
    public synchronized StreamThreadExceptionResponse handle(Throwable failure) {
        Instant now = clock.instant();
        Instant since = now.minus(restarts.within());
        while (!recent.isEmpty() && recent.peekFirst().isBefore(since)) {
            recent.removeFirst();
        }
        if (recent.size() >= restarts.limit()) {
            log.error(
                    "A stream thread failed after {} others within {}: the client is shut down",
                    recent.size(),
                    restarts.within(),
                    failure);
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        }
        recent.addLast(now);
        log.error(
                "A stream thread failed and is replaced, for the {}. time within {}",
                recent.size(),
                restarts.within(),
                failure);
        return StreamThreadExceptionResponse.REPLACE_THREAD;
    }
}
