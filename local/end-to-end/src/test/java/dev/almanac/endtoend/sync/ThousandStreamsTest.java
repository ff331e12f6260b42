package dev.almanac.endtoend.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.endtoend.client.LiveStream;
import dev.almanac.endtoend.client.Replica;
import dev.almanac.endtoend.client.Workspace;
import dev.almanac.endtoend.system.OnTheRunningSystem;
import dev.almanac.endtoend.system.RunningSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** As many as may look at one workspace together, at one instance. */
@OnTheRunningSystem
@Order(25)
class ThousandStreamsTest {
    private static final int USERS = 20;
    private static final int STREAMS_EACH = 50;
    private static final int WRITES = 20;

    private final RunningSystem system;
    private final Workspace workspace;

    ThousandStreamsTest(RunningSystem system) {
        this.system = system;
        this.workspace = system.client("ada").newWorkspace("Crowded");
    }

    @Test
    void aThousandAreToldEverything(TestReporter reporter) {
        List<LiveStream> streams = new ArrayList<>();
        try {
            for (int user = 0; user < USERS; user++) {
                Workspace theirs = workspace.admit(system.client("onlooker-" + user), "viewer");
                for (int i = 0; i < STREAMS_EACH; i++) {
                    streams.add(theirs.stream(Optional.of(0L)));
                }
            }
            assertThat(system.metrics("command-api").sum("almanac_streams_open"))
                    .isGreaterThanOrEqualTo(USERS * STREAMS_EACH);
            long start = System.nanoTime();
            for (int i = 1; i < WRITES; i++) {
                workspace.task("task " + i);
            }
            long last = workspace.task("the last").syncToken();
            for (LiveStream stream : streams) {
                stream.await("the last", event -> event.get("seq").asLong() == last);
                Replica replica = new Replica(0);
                stream.events().forEach(replica::told);
                assertThat(replica.reached()).isEqualTo(last);
            }
            reporter.publishEntry(
                    "milliseconds for %d writes to %d streams".formatted(WRITES, streams.size()),
                    Long.toString((System.nanoTime() - start) / 1_000_000));
        } finally {
            streams.forEach(LiveStream::close);
        }
    }
}
