package dev.almanac.projection.consume;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Runs an {@link EventLoop} from the application's start to its end. Where the loop fails for good, so does the process. */
public final class ProjectionThread implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(ProjectionThread.class);
    /** Longer than a transaction may take. */
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(40);

    private final EventLoop loop;
    private final Runnable exit;
    private final Thread thread;

    /**
     * @param name of the thread
     * @param exit ends the process, as one that failed
     */
    public ProjectionThread(String name, EventLoop loop, Runnable exit) {
        this.loop = loop;
        this.exit = exit;
        this.thread = new Thread(this::follow, name);
    }

    private void follow() {
        try {
            loop.run();
        } catch (RuntimeException | Error e) {
            log.error("{} has failed and can't go on", thread.getName(), e);
            // Ending the process stops this thread, which must not wait for itself.
            new Thread(exit, "exit").start();
        }
    }

    @Override
    public void start() {
        thread.start();
    }

    @Override
    public void stop() {
        loop.stop();
        try {
            if (!thread.join(STOP_TIMEOUT)) {
                log.warn("{} did not stop in {}", thread.getName(), STOP_TIMEOUT);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread.isAlive();
    }
}
