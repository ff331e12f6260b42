package dev.almanac.local.cli;

import dev.almanac.local.clock.Clocks;
import dev.almanac.local.issuer.UserName;
import dev.almanac.local.stack.StackTokens;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints a token, and nothing else. */
@Command(name = "token", description = "Prints a token for a user of the API.", mixinStandardHelpOptions = true)
final class TokenCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private DataOption data;

    @Parameters(paramLabel = "NAME", description = "The user; any name will do.")
    private String name;

    @Option(
            names = "--ttl",
            defaultValue = "PT1H",
            description = "How long it is good for, as an ISO-8601 duration (default: ${DEFAULT-VALUE}).")
    private Duration ttl;

    @Override
    public Integer call() {
        UserName user = UserName.parse(name)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), "A name has 1 to 64 letters, digits, spaces and . _ @ ' -"));
        if (ttl.isNegative() || ttl.isZero()) {
            throw new ParameterException(spec.commandLine(), "The token has to live for some time");
        }
        new Terminal(spec.commandLine().getOut())
                .say(StackTokens.of(data.existing(), Clocks.wall()).access(user, ttl));
        return 0;
    }
}
