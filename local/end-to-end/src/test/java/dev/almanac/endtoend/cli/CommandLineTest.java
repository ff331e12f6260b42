package dev.almanac.endtoend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.endtoend.client.Client;
import dev.almanac.endtoend.client.Workspace;
import dev.almanac.endtoend.system.Almanac;
import dev.almanac.endtoend.system.OnTheRunningSystem;
import dev.almanac.endtoend.system.RunningSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@OnTheRunningSystem
@Order(41)
class CommandLineTest {
    private final RunningSystem system;

    @TempDir
    Path directory;

    CommandLineTest(RunningSystem system) {
        this.system = system;
    }

    @Test
    void statusTellsEveryPart() {
        JsonNode status =
                new JsonMapper().readTree(system.almanac("status", "--json").good());
        assertThat(status.propertyNames()).containsExactly("parts");
        assertThat(status.get("parts")
                        .valueStream()
                        .map(part -> part.get("name").asString()))
                .containsExactly(
                        "broker", "registry", "postgres", "streams-topology", "projection-writer", "command-api");
        assertThat(status.get("parts").valueStream()).allSatisfy(part -> {
            assertThat(part.propertyNames()).containsExactly("name", "pid", "port", "state");
            assertThat(part.get("state").asString()).isEqualTo("ready");
            assertThat(ProcessHandle.of(part.get("pid").asLong())).isPresent();
            assertThat(part.get("port").asInt()).isPositive();
        });
        assertThat(system.almanac("status").good()).endsWith("Almanac is up at " + system.url() + "\n");
    }

    @Test
    void logsShowWhatAPartSays() {
        assertThat(system.almanac("logs", "command-api").good()).contains("Started CommandApiApplication");
        assertThat(system.almanac("logs", "postgres").good()).contains("ready to accept connections");
    }

    @Test
    void theTokenIsGoodForTheApi() {
        String token =
                system.almanac("token", "Zoë O'Neill", "--ttl", "PT2M").good().strip();
        new Client(system.url(), "zoe", token).get("/me").expect(200);
    }

    @Test
    void theDemoTellsItsStoryOnce() {
        assertThat(system.almanac("demo", "--user", "ada").good()).contains("tasks added");
        Workspace own = system.client("ada").personal();
        long seq = own.seq();
        assertThat(own.tasks(seq).stream().map(task -> task.get("title").asString()))
                .contains("Write the programme for the evening", "Water the plants");
        JsonNode shared = system.client("ben")
                .get("/me")
                .json()
                .get("workspaces")
                .valueStream()
                .filter(workspace -> workspace.get("name").asString().equals("Harbour Street 12"))
                .findFirst()
                .orElseThrow();
        assertThat(shared.get("role").asString()).isEqualTo("editor");

        assertThat(system.almanac("demo", "--user", "ada").good()).contains("there already");
        assertThat(own.seq()).isEqualTo(seq);
    }

    @Test
    void aSecondUpOnTheSameDataIsRefused() {
        Almanac.Result refused = system.almanac("up", "--port", "1");
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.complained()).contains("already runs on " + system.data());
    }

    @Test
    void aPortInUseIsAPlainError() {
        Almanac.Result refused = Almanac.run(
                "up",
                "--detach",
                "--port",
                Integer.toString(system.port()),
                "--data",
                directory.resolve("data").toString());
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.said() + refused.complained())
                .isEqualTo("Port " + system.port() + " is in use; choose another one with --port\n");
    }

    /** The script, asking for a JDK that nobody has. */
    @Test
    void aMissingJdkIsAPlainError() throws IOException {
        String script = Files.readString(Almanac.repository().resolve("almanac"));
        Path copy = Files.writeString(directory.resolve("almanac"), script.replace("=\"25[.\"]", "=\"99[.\"]"));
        Almanac.Result refused = Almanac.run(List.of("sh", copy.toString(), "status"));
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.said() + refused.complained())
                .startsWith("Almanac needs a JDK 25;")
                .hasLineCount(2);
    }

    /** On a disk of its own, which any user can have in a namespace of their own. */
    @Test
    void aFullDiskIsAPlainError() {
        List<String> privately = List.of("unshare", "--map-root-user", "--mount");
        Assumptions.assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/unshare"))
                        && Almanac.run(with(privately, "true")).exit() == 0,
                "This machine lets nobody mount a small disk");
        String up = String.join(" ", Almanac.command("up", "--port", "1", "--data", directory.toString()));
        Almanac.Result refused = Almanac.run(
                with(privately, "sh", "-c", "mount -t tmpfs -o size=64m none " + directory + " && exec " + up));
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.said() + refused.complained())
                .startsWith("The disk of " + directory)
                .contains("MiB left; Almanac needs 512 MiB")
                .hasLineCount(1);
    }

    private static List<String> with(List<String> command, String... more) {
        return Stream.concat(command.stream(), Stream.of(more)).toList();
    }
}
