package dev.almanac.local.cli;

import dev.almanac.local.home.LocalException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The top of the command line. The script itself does {@code test} and {@code bench}, and names them in its help. */
@Command(
        name = "almanac",
        description = "Almanac on one machine.",
        mixinStandardHelpOptions = true,
        subcommands = {
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            LogsCommand.class,
            TokenCommand.class,
            DemoCommand.class,
            IssuerCommand.class
        },
        footer = {"", "Also: test runs every test, bench [NAME] measures."})
public final class AlmanacCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    private AlmanacCommand() {}

    /** @return the exit status: 0 done, 1 could not, 2 not understood */
    public static int run(String[] arguments) {
        return commandLine().execute(arguments);
    }

    static CommandLine commandLine() {
        return new CommandLine(new AlmanacCommand()).setExecutionExceptionHandler(AlmanacCommand::report);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "What shall I do?");
    }

    private static int report(Exception failure, CommandLine command, CommandLine.ParseResult parsed) throws Exception {
        if (failure instanceof LocalException) {
            command.getErr().println(command.getColorScheme().errorText(failure.getMessage()));
            return CommandLine.ExitCode.SOFTWARE;
        }
        throw failure;
    }
}
