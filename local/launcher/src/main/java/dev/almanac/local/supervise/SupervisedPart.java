package dev.almanac.local.supervise;

import dev.almanac.local.process.Child;
import dev.almanac.local.process.ExitStatus;
import dev.almanac.local.process.Part;
import dev.almanac.local.process.StartFailedException;
import dev.almanac.local.process.Tether;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One part, kept running by a thread of its own until it is stopped. */
public final class SupervisedPart {
    private static final Duration START_LIMIT = Duration.ofSeconds(120);
    private static final Duration PROBE_INTERVAL = Duration.ofSeconds(2);
    private static final Duration INSANE_LIMIT = Duration.ofSeconds(60);

    private final Part part;
    private final Tether tether;
    private final Journal journal;
    private final Runnable onChange;
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread;
    private volatile PartState state = PartState.STOPPED;
    private volatile @Nullable Child child;

    /** @param onChange called after each change of the part's status, from any thread */
    public SupervisedPart(Part part, Tether tether, Journal journal, Runnable onChange) {
        this.part = part;
        this.tether = tether;
        this.journal = journal;
        this.onChange = onChange;
        this.thread = Thread.ofPlatform().name("supervise-" + part.name()).unstarted(this::supervise);
    }

    /**
     * Starts the part. What comes back completes when it is ready for the first time; or with
     * {@link StartFailedException} or {@link IOException}, and then it is not tried again.
     */
    public CompletableFuture<Void> start() {
        thread.start();
        return ready;
    }

    public PartStatus status() {
        Child running = child;
        return new PartStatus(
                part.name(),
                running != null && running.alive() ? OptionalLong.of(running.pid()) : OptionalLong.empty(),
                part.port(),
                state);
    }

    /** Ends the part's process, by force where it takes longer than the grace, and the supervision. */
    public void stop(Duration grace) throws InterruptedException {
        stopping.countDown();
        Child running = child;
        if (running != null) {
            running.stop(grace);
        }
        if (thread.isAlive()) {
            thread.join();
        }
        change(PartState.STOPPED);
    }

    private boolean isStopping() {
        return stopping.getCount() == 0;
    }

    private void supervise() {
        try {
            keepRunning();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            // However supervision ends, nobody waits for it in vain.
            ready.completeExceptionally(new StartFailedException(part.name() + " is no longer supervised"));
        }
    }

    private void keepRunning() throws InterruptedException {
        BackOff backOff = BackOff.NONE;
        while (!stopping.await(backOff.delay().toMillis(), TimeUnit.MILLISECONDS)) {
            long start = System.nanoTime();
            Duration lived = Duration.ZERO;
            String death;
            try {
                Child started = begin();
                started.awaitReady(part, START_LIMIT);
                change(PartState.READY);
                journal.tell(part.name(), "ready after " + seconds(since(start)));
                ready.complete(null);
                long readyAt = System.nanoTime();
                death = watch(started);
                lived = since(readyAt);
            } catch (IOException | StartFailedException e) {
                if (isStopping()) {
                    return;
                }
                if (!ready.isDone()) {
                    change(PartState.STOPPED);
                    ready.completeExceptionally(e);
                    return;
                }
                death = String.valueOf(e.getMessage());
            }
            if (isStopping()) {
                return;
            }
            backOff = backOff.afterDeath(lived);
            change(PartState.WAITING);
            journal.tell(part.name(), "died (" + death + "); starting it again in " + seconds(backOff.delay()));
        }
    }

    private Child begin() throws IOException, InterruptedException {
        Child started = tether.start(part.prepare());
        child = started;
        change(PartState.STARTING);
        // A stop that came before the child was known has not seen it.
        if (isStopping()) {
            started.kill();
        }
        return started;
    }

    /** Returns when the process has ended, and says how. */
    private String watch(Child running) throws InterruptedException {
        long sane = System.nanoTime();
        while (!running.awaitEnd(PROBE_INTERVAL)) {
            change(part.ready() ? PartState.READY : PartState.UNREADY);
            if (state == PartState.READY || part.alive()) {
                sane = System.nanoTime();
            } else if (since(sane).compareTo(INSANE_LIMIT) > 0) {
                journal.tell(part.name(), "has not answered for " + seconds(since(sane)) + ", ending it");
                running.kill();
            }
        }
        return ExitStatus.inWords(running.ended().join());
    }

    private void change(PartState next) {
        if (state != next) {
            state = next;
            onChange.run();
        }
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
}
