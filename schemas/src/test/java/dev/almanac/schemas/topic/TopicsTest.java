package dev.almanac.schemas.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TopicsTest {
    @Test
    void theCatalogueNamesEachTopicOnce() {
        assertThat(Topics.all())
                .extracting(Topic::name)
                .containsExactly(
                        "task-commands",
                        "task-commands.dlq",
                        "task-command-results",
                        "task-events",
                        "task-events.dlq",
                        "task-updates",
                        "reminders",
                        "reminders.dlq",
                        "task-audit",
                        "task-audit.dlq");
    }

    @Test
    void theSourceOfTruthIsKeptForEver() {
        assertThat(Topics.TASK_EVENTS.config())
                .containsAllEntriesOf(
                        Map.of("cleanup.policy", "delete", "retention.ms", "-1", "retention.bytes", "-1"));
    }

    @Test
    void answersAreKeptForAnHourAndMayBeLarge() {
        assertThat(Topics.TASK_COMMAND_RESULTS.config())
                .containsAllEntriesOf(Map.of(
                        "cleanup.policy", "delete",
                        "retention.ms", "3600000",
                        "segment.ms", "600000",
                        "max.message.bytes", "16777216"));
    }

    @Test
    void updatesKeepTheLatestOfEachThing() {
        assertThat(Topics.TASK_UPDATES.config()).containsEntry("cleanup.policy", "compact");
    }

    @Test
    void aDeadLetterTopicTakesWhateverItsSourceTakes() {
        Topic dlq = Topics.TASK_COMMANDS.dlq();

        assertThat(dlq.name()).isEqualTo("task-commands.dlq");
        assertThat(dlq.maxRecordBytes()).isGreaterThan(Topics.TASK_COMMANDS.maxRecordBytes());
        assertThat(dlq.values()).isEmpty();
        assertThat(dlq.config()).containsEntry("retention.ms", "2592000000");
    }

    @Test
    void aTopicWithoutDeadLettersSaysSo() {
        assertThatIllegalStateException().isThrownBy(Topics.TASK_UPDATES::dlq).withMessageContaining("task-updates");
    }
}
