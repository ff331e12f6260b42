package dev.almanac.local.cli;

import dev.almanac.local.home.StackDirectory;
import dev.almanac.local.supervise.PartStatus;
import dev.almanac.local.supervise.StatusFile;
import dev.almanac.local.supervise.StatusFile.Status;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Stops what {@code up} started. */
@Command(name = "down", description = "Stops everything.", mixinStandardHelpOptions = true)
final class DownCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(75);
    private static final Duration LAST_CHILD = Duration.ofSeconds(10);

    @Spec
    private CommandSpec spec;

    @Mixin
    private DataOption data;

    @Override
    public Integer call() throws InterruptedException, ExecutionException, TimeoutException {
        StackDirectory directory = data.existing();
        Terminal terminal = new Terminal(spec.commandLine().getOut());
        Optional<Status> running = new StatusFile(directory.status())
                .read()
                .filter(status -> status.process().isPresent());
        if (running.isEmpty()) {
            terminal.say("Nothing is running on " + directory.root());
            return 0;
        }
        stop(running.get(), terminal);
        terminal.say("Stopped");
        return 0;
    }

    private static void stop(Status status, Terminal terminal)
            throws InterruptedException, ExecutionException, TimeoutException {
        ProcessHandle supervisor = status.process().orElseThrow();
        supervisor.destroy();
        try {
            supervisor.onExit().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            terminal.say("It does not stop of itself after " + PATIENCE.toSeconds() + " s, so it is ended by force");
            supervisor.destroyForcibly();
        }
        // Ended by force, it leaves the killing of its children to its watchdog, which may take a moment longer.
        for (PartStatus part : status.parts()) {
            OptionalLong pid = part.pid();
            if (pid.isPresent()) {
                Optional<ProcessHandle> child = ProcessHandle.of(pid.getAsLong());
                if (child.isPresent()) {
                    child.get().onExit().get(LAST_CHILD.toMillis(), TimeUnit.MILLISECONDS);
                }
            }
        }
    }
}
