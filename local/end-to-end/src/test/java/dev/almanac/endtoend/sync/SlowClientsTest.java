package dev.almanac.endtoend.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.almanac.endtoend.client.LiveStream;
import dev.almanac.endtoend.client.Replica;
import dev.almanac.endtoend.client.Workspace;
import dev.almanac.endtoend.system.Metrics;
import dev.almanac.endtoend.system.OnTheRunningSystem;
import dev.almanac.endtoend.system.RunningSystem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import tools.jackson.databind.JsonNode;

/** Clients that take nothing while much comes: as many as one user may have, and one beside them that takes all. */
@OnTheRunningSystem
@Order(24)
class SlowClientsTest {
    private static final int CLIENTS = 45;
    private static final int BATCHES = 70;
    private static final int BATCH = 3;
    private static final String NOTES = "n".repeat(64 * 1024);
    private static final long MOST_BYTES_A_CLIENT = 768 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String CUT_OFF = "almanac_streams_ended_total{reason=\"slow\"}";

    private final RunningSystem system;
    private final Workspace workspace;

    SlowClientsTest(RunningSystem system) {
        this.system = system;
        this.workspace = system.client("ada").newWorkspace("Much to read");
    }

    @Test
    void whoReadsNothingCostsLittleAndIsCutOffAndGoesOnWhereItWas(TestReporter reporter) {
        Metrics api = system.metrics("command-api");
        Workspace reader = workspace.admit(system.client("reader"), "viewer");
        long since = workspace.seq();
        double cutOff = api.sum(CUT_OFF);
        List<LiveStream> silent = new ArrayList<>();
        try (LiveStream reading = reader.stream(Optional.of(since))) {
            long before = api.heldBytes();
            for (int i = 0; i < CLIENTS; i++) {
                silent.add(workspace.unreadStream(i % 2 == 0 ? since : 0));
            }
            long last = write();
            long held = api.heldBytes() - before;
            reporter.publishEntry("bytes held for a client", Long.toString(held / CLIENTS));
            assertThat(held).isLessThan(CLIENTS * MOST_BYTES_A_CLIENT);
            reading.await("all", event -> event.get("seq").asLong() == last);

            await("those who read nothing are cut off")
                    .atMost(PATIENCE)
                    .until(() -> api.sum(CUT_OFF) - cutOff, count -> count == CLIENTS);
            for (int i = 0; i < CLIENTS; i++) {
                LiveStream stream = silent.get(i);
                stream.readOn();
                Replica replica = new Replica(i % 2 == 0 ? since : 0);
                stream.events().forEach(replica::told);
                assertThat(replica.reached()).isLessThan(last);
                if (i < 2) {
                    assertGoesOn(replica, last);
                }
            }
        } finally {
            silent.forEach(LiveStream::close);
        }
    }

    private void assertGoesOn(Replica replica, long last) {
        try (LiveStream resumed = workspace.stream(Optional.of(replica.reached()))) {
            resumed.await("the rest", event -> event.get("seq").asLong() == last);
            for (JsonNode event : resumed.events()) {
                replica.told(event);
            }
        }
        assertThat(replica.reached()).isEqualTo(last);
    }

    private long write() {
        String create = "{\"op\":\"create\",\"task\":{\"title\":\"Long\",\"notes\":\"" + NOTES + "\"}}";
        String batch = "{\"operations\":[" + String.join(",", Collections.nCopies(BATCH, create)) + "]}";
        long last = 0;
        for (int i = 0; i < BATCHES; i++) {
            last = workspace.post("/batch", batch).expect(200).syncToken();
        }
        return last;
    }
}
