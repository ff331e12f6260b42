package dev.almanac.endtoend.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.almanac.endtoend.client.Workspace;
import dev.almanac.endtoend.system.Almanac;
import dev.almanac.endtoend.system.OnTheRunningSystem;
import dev.almanac.endtoend.system.RunningSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** How the system ends, and that the next start finds all as it was. The last of all tests of the shared system. */
@OnTheRunningSystem
@Order(90)
class EndTest {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration A_MOMENT = Duration.ofSeconds(10);

    private final RunningSystem system;

    @TempDir
    Path directory;

    EndTest(RunningSystem system) {
        this.system = system;
    }

    @Test
    void whateverEndsItLeavesNothingRunningAndLosesNothing() throws Exception {
        Workspace workspace = system.client("ada").newWorkspace("Lasting");
        workspace.task("Kept");
        long seq = workspace
                .post("/tasks", "{\"title\":\"Kept, too\"}")
                .expect(201)
                .syncToken();
        List<JsonNode> before = workspace.tasks(seq);

        // The supervisor is ended by force, and can't say goodbye to its children.
        List<ProcessHandle> first = system.processes();
        assertThat(first).hasSizeGreaterThan(6);
        first.getFirst().destroyForcibly();
        await("the end of the orphans")
                .atMost(A_MOMENT)
                .until(() -> first.stream().noneMatch(ProcessHandle::isAlive));
        assertThat(system.almanac("status").good()).contains("Almanac is not running");

        // A second start, in the foreground; then Ctrl-C.
        Path said = directory.resolve("said");
        Process up = Almanac.start(said, system.withData("up", "--port", Integer.toString(system.port())));
        await("the second start")
                .atMost(PATIENCE)
                .until(() -> Files.readString(said).contains("Almanac is up at " + system.url()));
        assertThat(workspace.tasks(seq)).isEqualTo(before);
        assertThat(workspace.seq()).isEqualTo(seq);
        assertThat(workspace.task("And on it goes").syncToken()).isEqualTo(seq + 1);

        List<ProcessHandle> second = system.processes();
        Almanac.run(List.of("kill", "-INT", Long.toString(up.pid()))).good();
        assertThat(up.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readString(said)).endsWith("Stopping\nStopped\n");
        assertThat(second).hasSizeGreaterThan(6).noneMatch(ProcessHandle::isAlive);
    }
}
