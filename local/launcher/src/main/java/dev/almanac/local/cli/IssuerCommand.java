package dev.almanac.local.cli;

import dev.almanac.local.clock.Clocks;
import dev.almanac.local.home.LocalException;
import dev.almanac.local.issuer.Client;
import dev.almanac.local.issuer.Issuer;
import dev.almanac.local.issuer.IssuerAddress;
import dev.almanac.local.issuer.SigningKey;
import dev.almanac.local.issuer.Tokens;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The issuer alone, for a cluster that somebody tries Almanac on: it believes everybody's name. */
@Command(
        name = "issuer",
        description = "Runs the issuer alone. It asks for a name and believes it: for trying out, nothing else.",
        mixinStandardHelpOptions = true)
final class IssuerCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "URL", description = "Where both browsers and Almanac reach it; the iss of its tokens.")
    private URI url;

    @Option(names = "--port", defaultValue = "8083", description = "Where it listens (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(names = "--key", required = true, description = "Its signing key, made where there is none.")
    private Path key;

    @Option(
            names = "--client",
            defaultValue = "almanac",
            description = "The page's client id (default: ${DEFAULT-VALUE}).")
    private String client;

    @Option(
            names = "--page",
            defaultValue = "http://localhost:8080/",
            description = "The page's address (default: ${DEFAULT-VALUE}).")
    private URI page;

    @Override
    public Integer call() {
        IssuerAddress address = new IssuerAddress(url);
        Clock clock = Clocks.wall();
        Tokens tokens = new Tokens(address, SigningKey.of(key), clock);
        try (Issuer issuer =
                Issuer.start(new InetSocketAddress(port), address, tokens, new Client(client, Set.of(page)), clock)) {
            new Terminal(spec.commandLine().getOut()).say("Issuing tokens as " + url + ", on port " + port);
            new CountDownLatch(1).await();
        } catch (IOException e) {
            throw new LocalException("Port " + port + " is in use", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }
}
