package dev.almanac.topology.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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

/** Reminders on the real broker, while the only instance is killed again and again. */
class TimersThroughKillsTest {
    private static final Duration SOON = Duration.ofSeconds(120);
    private static final int BATCH = 100;
    private static final int BATCHES = 4;
    private static final int REMINDERS = BATCH * BATCHES;
    private static final Duration BETWEEN = Duration.ofMillis(50);
    private static final Duration LATE = Duration.ofSeconds(1);

    @TempDir
    private Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private final UUID workspace = Labels.id("killed");
    private Tether tether;
    private Commands commands;
    private Instance instance;

    @BeforeEach
    void start() throws Exception {
        tether = new Tether();
        commands = Commands.open();
        instance = Instance.start(tether, http, folder);
        instance.awaitReady();
    }

    @AfterEach
    void stop() throws Exception {
        instance.kill();
        tether.close();
        http.close();
        commands.close();
    }

    @Test
    void eachTriggersOnceAndNeverEarlyAndSaysWhenItIsLate() throws Exception {
        commands.put(workspace, Acts.createWorkspace("Team"));
        Instant first = Clock.systemUTC().instant().plusSeconds(10);
        for (int batch = 0; batch < BATCHES; batch++) {
            commands.put(workspace, reminders(batch * BATCH, first));
        }

        for (int killedAfter : new int[] {REMINDERS / 8, REMINDERS / 3, REMINDERS / 2}) {
            await().atMost(SOON).until(() -> triggered().size() >= killedAfter);
            instance.kill();
            instance = Instance.start(tether, http, folder);
        }
        await().atMost(SOON).until(() -> triggered().size() >= REMINDERS);

        List<ReminderStatus> triggered = triggered();
        assertThat(triggered).extracting(ReminderStatus::getReminderId).doesNotHaveDuplicates();
        assertThat(triggered).hasSize(REMINDERS).allSatisfy(status -> {
            Instant scheduledAt = status.getScheduledAt().orElseThrow();
            Instant firedAt = status.getFiredAt().orElseThrow();
            assertThat(firedAt).isAfterOrEqualTo(scheduledAt);
            assertThat(status.getLate()).isEqualTo(firedAt.isAfter(scheduledAt.plus(LATE)));
        });
        assertThat(triggered).anyMatch(ReminderStatus::getLate).anyMatch(status -> !status.getLate());
        assertThat(commands.committed(Topics.TASK_EVENTS, workspace).stream()
                        .filter(ReminderTriggered.class::isInstance))
                .hasSize(REMINDERS);
    }

    private static Act reminders(int from, Instant first) {
        return Act.separately(IntStream.range(from, from + BATCH)
                .mapToObj(i -> Acts.createTask(
                        "t" + i,
                        fields -> fields.setReminders(
                                List.of(Acts.remindAt("r" + i, first.plus(BETWEEN.multipliedBy(i)))))))
                .toArray(Act[]::new));
    }

    private List<ReminderStatus> triggered() {
        return commands.committed(Topics.REMINDERS, workspace).stream()
                .filter(ReminderTriggered.class::isInstance)
                .map(event -> ((ReminderTriggered) event).getReminder())
                .toList();
    }
}
