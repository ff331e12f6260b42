package dev.almanac.topology.running;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.local.process.Tether;
import dev.almanac.schemas.event.ReminderTriggered;
import dev.almanac.schemas.model.ReminderStatus;
import dev.almanac.schemas.topic.Topics;
import dev.almanac.topology.testkit.Act;
import dev.almanac.topology.testkit.Acts;
import dev.almanac.topology.testkit.Labels;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ten thousand reminders over a minute on the real broker, while the only instance is killed again and again. */
class TimersThroughKillsTest {
    private static final Duration SOON = Duration.ofSeconds(120);
    private static final int REMINDERS = 10_000;
    private static final int BATCH = 100;
    private static final Duration OVER = Duration.ofSeconds(60);
    private static final Duration UNTIL_FIRST = Duration.ofSeconds(8);
    private static final String NAME = "only";
    private static final Duration LATE = Duration.ofSeconds(1);

    /** In more than one partition. */
    private static final List<UUID> WORKSPACES = IntStream.range(0, 8)
            .mapToObj(number -> Labels.id("killed " + number))
            .toList();

    @TempDir
    private Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private Tether tether;
    private Commands commands;
    private TriggeredReminders triggered;
    private Instance instance;

    @BeforeEach
    void start() throws Exception {
        tether = new Tether();
        commands = Commands.open();
        triggered = new TriggeredReminders(commands.records(), WORKSPACES);
        instance = Instance.start(tether, http, folder, NAME);
        instance.awaitReady();
    }

    @AfterEach
    void stop() throws Exception {
        instance.kill();
        tether.close();
        http.close();
        triggered.close();
        commands.close();
    }

    @Test
    void eachTriggersOnceAndNeverEarlyAndSaysWhenItIsLate() throws Exception {
        WORKSPACES.forEach(workspace -> commands.put(workspace, Acts.createWorkspace("Team")));
        Instant first = Clock.systemUTC().instant().plus(UNTIL_FIRST);
        for (int from = 0; from < REMINDERS; from += BATCH) {
            commands.tell(WORKSPACES.get(from / BATCH % WORKSPACES.size()), reminders(from, first));
        }

        killAndRestartAfter(REMINDERS / 8);
        triggered.await(3 * REMINDERS / 8, SOON);
        instance.stop();
        instance = Instance.start(tether, http, folder, NAME);
        killAndRestartAfter(4 * REMINDERS / 8);
        killAndRestartAfter(6 * REMINDERS / 8);

        List<ReminderStatus> all = triggered.await(REMINDERS, SOON);
        assertThat(all).extracting(ReminderStatus::getReminderId).doesNotHaveDuplicates();
        assertThat(all).hasSize(REMINDERS).allSatisfy(status -> {
            Instant scheduledAt = status.getScheduledAt().orElseThrow();
            Instant firedAt = status.getFiredAt().orElseThrow();
            assertThat(firedAt).isAfterOrEqualTo(scheduledAt);
            assertThat(status.getLate()).isEqualTo(firedAt.isAfter(scheduledAt.plus(LATE)));
        });
        assertThat(all).anyMatch(ReminderStatus::getLate).anyMatch(status -> !status.getLate());
        assertThat(WORKSPACES.stream()
                        .flatMap(workspace -> commands.committed(Topics.TASK_EVENTS, workspace).stream())
                        .filter(ReminderTriggered.class::isInstance))
                .hasSize(REMINDERS);
    }

    private void killAndRestartAfter(int count) throws Exception {
        triggered.await(count, SOON);
        instance.kill();
        instance = Instance.start(tether, http, folder, NAME);
    }

    /** Neighbours in time are in one workspace, and so in one transaction. */
    private static Act reminders(int from, Instant first) {
        return Act.separately(IntStream.range(from, from + BATCH)
                .mapToObj(i -> Acts.createTask(
                        "t" + i,
                        fields -> fields.setReminders(List.of(Acts.remindAt(
                                "r" + i, first.plus(OVER.multipliedBy(i).dividedBy(REMINDERS)))))))
                .toArray(Act[]::new));
    }
}
