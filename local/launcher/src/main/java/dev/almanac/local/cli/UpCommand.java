package dev.almanac.local.cli;

import dev.almanac.local.clock.Clocks;
import dev.almanac.local.home.StackDirectory;
import dev.almanac.local.issuer.UserName;
import dev.almanac.local.stack.Stack;
import dev.almanac.local.stack.StackTokens;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Starts everything, and stays until it is told to stop. */
@Command(
        name = "up",
        description = "Starts everything; Ctrl-C stops it.",
        mixinStandardHelpOptions = true,
        footer = {"", "The data lasts: starting again on the same directory finds everything as it was."})
final class UpCommand implements Callable<Integer> {
    /** Whom the token is for that is printed in the end. */
    static final String SOMEBODY = "ada";

    private static final Duration TOKEN_LIFE = Duration.ofHours(12);
    private static final int HIGHEST_PORT = 65_535;

    @Spec
    private CommandSpec spec;

    @Mixin
    private DataOption data;

    @Option(
            names = "--port",
            defaultValue = "8080",
            description = "The port of the web page and the API (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(names = "--detach", description = "Comes back when everything is up, and leaves it running.")
    private boolean detach;

    /** What {@code --detach} leaves behind runs with this. */
    @Option(names = DetachedUp.BACKGROUND, hidden = true)
    private boolean background;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (port < 1 || port > HIGHEST_PORT) {
            throw new ParameterException(spec.commandLine(), port + " is no port: it has to be 1 to " + HIGHEST_PORT);
        }
        Terminal terminal = new Terminal(spec.commandLine().getOut());
        StackDirectory directory = StackDirectory.prepare(data.toStart());
        Clock clock = Clocks.wall();
        if (detach) {
            int failure = new DetachedUp(directory, port, terminal).run();
            if (failure == 0) {
                greet(terminal, directory, clock);
            }
            return failure;
        }
        CountDownLatch stopped = new CountDownLatch(1);
        Stack stack = Stack.of(directory, data.lastStack(), port, clock, terminal);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            terminal.say("Stopping");
                            stack.close();
                            terminal.say("Stopped");
                            stopped.countDown();
                        },
                        "stop"));
        stack.start();
        if (!background) {
            greet(terminal, directory, clock);
        }
        stopped.await();
        return 0;
    }

    private void greet(Terminal terminal, StackDirectory directory, Clock clock) {
        terminal.say("Almanac is up at http://localhost:" + port);
        terminal.say("A token for its API, user " + SOMEBODY + ", " + TOKEN_LIFE.toHours() + " h: "
                + StackTokens.of(directory, clock).access(new UserName(SOMEBODY), TOKEN_LIFE));
    }
}
