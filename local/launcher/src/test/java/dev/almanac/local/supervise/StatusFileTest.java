package dev.almanac.local.supervise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.local.supervise.StatusFile.Status;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatusFileTest {
    private static final Instant START =
            ProcessHandle.current().info().startInstant().orElseThrow();

    @TempDir
    Path directory;

    @Test
    void whatIsWrittenIsRead() {
        StatusFile file = new StatusFile(directory.resolve("status.json"));
        assertThat(file.read()).isEmpty();
        Status status = status(ProcessHandle.current().pid(), START);
        file.write(status);
        assertThat(file.read()).contains(status);
    }

    @Test
    void aProcessThatOnlyHasTheSameIdIsNotTheSupervisor() {
        long pid = ProcessHandle.current().pid();
        assertThat(status(pid, START).process()).isPresent();
        assertThat(status(pid, START.minusSeconds(3600)).process()).isEmpty();
    }

    @Test
    void partsAreToldAsOtherProgramsReadThem() {
        assertThat(StatusFile.parts(status(1, START).parts()).toString())
                .isEqualTo("[{\"name\":\"broker\",\"pid\":42,\"port\":9092,\"state\":\"ready\"},"
                        + "{\"name\":\"registry\",\"pid\":null,\"port\":8081,\"state\":\"waiting\"}]");
    }

    private static Status status(long pid, Instant start) {
        return new Status(
                pid,
                start,
                true,
                "http://localhost:8080",
                List.of(
                        new PartStatus("broker", OptionalLong.of(42), 9092, PartState.READY),
                        new PartStatus("registry", OptionalLong.empty(), 8081, PartState.WAITING)));
    }
}
