package dev.almanac.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import dev.almanac.local.home.PortPlan;
import dev.almanac.local.home.StackDirectory;
import dev.almanac.local.home.StackLock;
import dev.almanac.local.process.Ports;
import dev.almanac.local.supervise.PartState;
import dev.almanac.local.supervise.PartStatus;
import dev.almanac.local.supervise.StatusFile;
import dev.almanac.local.supervise.StatusFile.Status;
import java.io.BufferedReader;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class AlmanacCommandTest {
    @TempDir
    Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "fly",
                "up --port many",
                "up --port 0",
                "up --port 70000",
                "token",
                "token ada --ttl soon",
                "token ada --ttl PT0S",
                "token <>",
                "token ada --issuer http://issuer:8083",
                "issuer http://issuer:8083",
                "logs"
            })
    void whatIsNotUnderstoodIsAnsweredWithTheUsage(String arguments) {
        assertThat(run(arguments.isEmpty() ? new String[0] : arguments.split(" ")))
                .isEqualTo(2);
        assertThat(err.toString()).contains("Usage: almanac");
    }

    @Test
    void aPortInUseIsOneLine() throws Exception {
        try (ServerSocket taken = new ServerSocket(Ports.any(), 1, InetAddress.getLoopbackAddress())) {
            assertThat(run("up", "--data", directory.toString(), "--port", Integer.toString(taken.getLocalPort())))
                    .isEqualTo(1);
            assertThat(err.toString().lines())
                    .containsExactly("Port " + taken.getLocalPort() + " is in use; choose another one with --port");
        }
    }

    @Test
    void aSecondStartOnTheSameDataIsOneLine() throws Exception {
        try (StackLock held = StackLock.take(StackDirectory.prepare(directory))) {
            assertThat(held).isNotNull();
            assertThat(run("up", "--data", directory.toString(), "--port", Integer.toString(Ports.any())))
                    .isEqualTo(1);
            assertThat(err.toString().lines()).singleElement().asString().contains("already runs on " + directory);
        }
    }

    @Test
    void anIssuerAloneAnswersForTheTokensOfItsKey() throws Exception {
        int port = Ports.any();
        String key = directory.resolve("key.json").toString();
        String name = "http://issuer.example:8083";
        try (PipedReader printed = new PipedReader();
                PrintWriter toPrinted = new PrintWriter(new PipedWriter(printed))) {
            CommandLine command = AlmanacCommand.commandLine().setOut(toPrinted);
            Thread running = Thread.startVirtualThread(
                    () -> command.execute("issuer", name, "--port", Integer.toString(port), "--key", key));
            assertThat(new BufferedReader(printed).readLine()).contains(name);

            assertThat(run("token", "ada", "--issuer", name, "--key", key)).isZero();
            SignedJWT token = SignedJWT.parse(out.toString().strip());
            JWKSet keys =
                    JWKSet.load(URI.create("http://127.0.0.1:" + port + "/jwks").toURL());

            assertThat(token.getJWTClaimsSet().getIssuer()).isEqualTo(name);
            assertThat(token.verify(new RSASSAVerifier(
                            keys.getKeyByKeyId(token.getHeader().getKeyID()).toRSAKey())))
                    .isTrue();
            running.interrupt();
            running.join();
        }
    }

    @Test
    void aDirectoryOfSomethingElseIsOneLine() throws Exception {
        Files.createFile(directory.resolve("thesis.tex"));
        assertThat(run("up", "--data", directory.toString())).isEqualTo(1);
        assertThat(err.toString().lines()).singleElement().asString().contains("holds something else");
    }

    @ParameterizedTest
    @ValueSource(strings = {"status", "down", "token ada", "logs broker"})
    void withoutAStackThereIsNothingToSay(String arguments) {
        assertThat(run((arguments + " --data " + directory).split(" "))).isEqualTo(1);
        assertThat(err.toString().lines()).singleElement().asString().contains("No stack was ever started");
    }

    @Test
    void aTokenIsAllThatIsPrinted() throws Exception {
        PortPlan.prepare(StackDirectory.prepare(directory));
        assertThat(run("token", "grace", "--ttl", "PT10M", "--data", directory.toString()))
                .isZero();
        var claims = SignedJWT.parse(out.toString().strip()).getJWTClaimsSet();
        assertThat(claims.getSubject()).isEqualTo("grace");
        assertThat(Duration.between(
                        claims.getIssueTime().toInstant(),
                        claims.getExpirationTime().toInstant()))
                .isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void whatOnceRanIsShownAsStopped() throws Exception {
        StackDirectory stack = ranOnce();
        assertThat(run("status", "--json", "--data", directory.toString())).isZero();
        assertThat(out.toString().strip())
                .isEqualTo("{\"parts\":[{\"name\":\"broker\",\"pid\":null,\"port\":9092,\"state\":\"stopped\"}]}");
        assertThat(run("down", "--data", directory.toString())).isZero();
        assertThat(out.toString()).contains("Nothing is running on " + stack.root());
    }

    @Test
    void logsOfAPartThatDoesNotExistNamesThoseThatDo() throws Exception {
        StackDirectory stack = ranOnce();
        Files.createDirectories(stack.log("broker").getParent());
        Files.createFile(stack.log("broker"));
        assertThat(run("logs", "brokr", "--data", directory.toString())).isEqualTo(1);
        assertThat(err.toString().strip()).endsWith("there are logs of broker");
    }

    private StackDirectory ranOnce() throws Exception {
        StackDirectory stack = StackDirectory.prepare(directory);
        new StatusFile(stack.status())
                .write(new Status(
                        ProcessHandle.current().pid(),
                        Instant.EPOCH,
                        true,
                        "http://localhost:8080",
                        List.of(new PartStatus("broker", OptionalLong.of(1), 9092, PartState.READY))));
        return stack;
    }

    private int run(String... arguments) {
        CommandLine commandLine = AlmanacCommand.commandLine();
        commandLine.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        commandLine.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
        return commandLine.execute(arguments);
    }
}
