package dev.almanac.local.cli;

import dev.almanac.local.clock.Clocks;
import dev.almanac.local.issuer.IssuerAddress;
import dev.almanac.local.issuer.SigningKey;
import dev.almanac.local.issuer.Tokens;
import dev.almanac.local.issuer.UserName;
import dev.almanac.local.stack.StackTokens;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
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

    @Parameters(paramLabel = "NAME", converter = UserNameConverter.class, description = "The user; any name will do.")
    private UserName user;

    @Option(
            names = "--ttl",
            defaultValue = "PT1H",
            description = "How long it is good for, as an ISO-8601 duration (default: ${DEFAULT-VALUE}).")
    private Duration ttl;

    @ArgGroup(exclusive = false)
    private @Nullable OtherIssuer issuer;

    /** One that {@code almanac issuer} runs. */
    static final class OtherIssuer {
        @Option(names = "--issuer", required = true, paramLabel = "URL", description = "Of an issuer run alone.")
        private URI url = URI.create("");

        @Option(names = "--key", required = true, paramLabel = "FILE", description = "That issuer's signing key.")
        private Path key = Path.of("");

        Tokens tokens(Clock clock) {
            return new Tokens(new IssuerAddress(url), SigningKey.of(key), clock);
        }
    }

    @Override
    public Integer call() {
        if (ttl.isNegative() || ttl.isZero()) {
            throw new ParameterException(spec.commandLine(), "The token has to live for some time");
        }
        new Terminal(spec.commandLine().getOut()).say(tokens(Clocks.wall()).access(user, ttl));
        return 0;
    }

    private Tokens tokens(Clock clock) {
        return issuer != null ? issuer.tokens(clock) : StackTokens.of(data.existing(), clock);
    }
}
