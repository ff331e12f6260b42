package dev.almanac.endtoend.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.endtoend.client.LiveStream;
import dev.almanac.endtoend.client.Replica;
import dev.almanac.endtoend.client.Workspace;
import dev.almanac.endtoend.system.OnTheRunningSystem;
import dev.almanac.endtoend.system.RunningSystem;
import java.util.Optional;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The read model stands still while people write and clients connect. */
@OnTheRunningSystem
@Order(22)
class LagTest {
    private static final int WRITES = 15;

    private final RunningSystem system;
    private final Workspace workspace;

    LagTest(RunningSystem system) {
        this.system = system;
        this.workspace = system.client("ada").newWorkspace("Behind");
    }

    @Test
    void whoIsConnectedIsToldAtOnceAndWhoResumesIsToldAllOfIt() {
        long before = workspace.task("before").syncToken();
        try (LiveStream connected = workspace.stream(Optional.of(before))) {
            LiveStream resumed;
            LiveStream fresh;
            long last;
            try (var _ = system.suspended("projection-writer")) {
                await(connected, write());
                long missed = write();
                resumed = workspace.stream(Optional.of(before));
                fresh = workspace.stream(Optional.empty());
                last = write();
                await(connected, last);
                assertThat(last).isEqualTo(missed + WRITES);
            }
            try (resumed;
                    fresh) {
                await(resumed, last);
                await(fresh, last);
                assertThat(seqs(connected, before)).isEqualTo(last);
                assertThat(seqs(resumed, before)).isEqualTo(last);
            }
        }
    }

    private long write() {
        long last = 0;
        for (int i = 0; i < WRITES; i++) {
            last = workspace.task("task " + i).syncToken();
        }
        return last;
    }

    private static void await(LiveStream stream, long seq) {
        stream.await("seq " + seq, event -> event.get("seq").asLong() == seq);
    }

    /** Where a client ends that takes these events one after the other. */
    private static long seqs(LiveStream stream, long since) {
        Replica replica = new Replica(since);
        for (JsonNode event : stream.events()) {
            replica.told(event);
        }
        return replica.reached();
    }
}
