package dev.almanac.local.process;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A process that was started. */
public final class Child {
    private static final Duration PROBE_INTERVAL = Duration.ofMillis(25);

    private final Launch launch;
    private final Process process;

    Child(Launch launch, Process process) {
        this.launch = launch;
        this.process = process;
    }

    public String name() {
        return launch.name();
    }

    public long pid() {
        return process.pid();
    }

    public boolean alive() {
        return process.isAlive();
    }

    /** Waits for the end of the process, and tells whether it came within the limit. */
    public boolean awaitEnd(Duration limit) throws InterruptedException {
        return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Completes with the exit status when the process ends, for whatever reason. */
    public CompletableFuture<Integer> ended() {
        return process.onExit().thenApply(Process::exitValue);
    }

    /**
     * Waits until the part answers.
     *
     * @throws StartFailedException where the process ends before that, or the time is over
     */
    public void awaitReady(Part part, Duration limit) throws StartFailedException, InterruptedException {
        long start = System.nanoTime();
        while (!part.ready()) {
            if (process.waitFor(PROBE_INTERVAL.toMillis(), TimeUnit.MILLISECONDS)) {
                throw failure("ended: " + ExitStatus.inWords(process.exitValue()));
            }
            if (System.nanoTime() - start > limit.toNanos()) {
                throw failure("did not answer within " + limit.toSeconds() + " s");
            }
        }
    }

    /** Asks the process to end, and ends it by force where it takes longer than the grace. Returns when it has ended. */
    public void stop(Duration grace) throws InterruptedException {
        switch (launch.stop()) {
            case TERM -> process.destroy();
            case INT -> Signals.send("INT", process.pid());
        }
        if (!process.waitFor(grace.toMillis(), TimeUnit.MILLISECONDS)) {
            kill();
        }
    }

    /** Ends the process by force. Returns when it has ended. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    private StartFailedException failure(String what) {
        return new StartFailedException(name() + " " + what + "; the end of " + launch.log() + ":\n" + lastWords());
    }

    private String lastWords() {
        try {
            return LogTail.of(launch.log(), 20);
        } catch (IOException e) {
            return "(" + e.getMessage() + ")";
        }
    }
}
