package dev.almanac.projection.consume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.almanac.projection.backing.Follower;
import dev.almanac.projection.backing.TestLog;
import dev.almanac.projection.backing.TestReadModel;
import dev.almanac.projection.history.AuditRows;
import dev.almanac.schemas.audit.AuditEntry;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Following the audit log, on the real broker, registry and Postgres. */
class AuditLoopTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    @AutoClose
    private final TestReadModel database = TestReadModel.create();

    @AutoClose
    private final TestLog log = TestLog.ofAudit();

    AuditLoopTest() throws ExecutionException, InterruptedException {}

    @Test
    void entriesBecomeRowsAndCountsWhoeverReadsThem() throws Exception {
        List<AuditEntry> entries = AuditRows.entries(400);
        // Two groups, so that each believes to own every partition.
        try (Follower one = Follower.start(log, database.auditWriter(), "one");
                Follower other = Follower.start(log, database.auditWriter(), "other")) {
            for (int i = 0; i < entries.size(); i += 20) {
                log.appendEntries(entries.subList(i, i + 20));
            }
            // And all of it once more.
            log.appendEntries(entries);
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(one.applied()
                                    + one.counter("passed.over")
                                    + other.applied()
                                    + other.counter("passed.over"))
                            .isEqualTo(800));
        }

        assertThat(database.count("audit_entry")).isEqualTo(400);
        assertThat(database.query("select sum(count) from audit_count")).containsExactly("400");
    }

    @Test
    void whatTheLogHasDroppedIsPassedOver() throws Exception {
        List<AuditEntry> entries = AuditRows.entries(300);
        log.appendEntries(entries);
        // Three workspaces, in as many partitions as their ids want.
        Set<Integer> partitions = entries.stream()
                .map(entry -> TestLog.partition(entry.getWorkspaceId()))
                .collect(Collectors.toSet());
        for (int partition : partitions) {
            log.dropBefore(partition, 1);
        }

        try (Follower follower = Follower.start(log, database.auditWriter(), "one")) {
            await().atMost(SOON).until(() -> database.count("audit_entry") == 300 - partitions.size());
            assertThat(follower.end()).isNotDone();
        }
    }
}
