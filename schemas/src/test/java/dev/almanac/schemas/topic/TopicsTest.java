package dev.almanac.schemas.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TopicsTest {
    @Test
    void the_catalogue_names_each_topic_once() {
        assertThat(Topics.all())
                .extracting(Topic::name)
                .containsExactly(
                        "task-commands",
                        "task-commands.dlq",
                        "task-command-results",
                        "task-events",
                        "task-events.dlq",
                        "task-updates",
                        "task-audit");
    }

    @Test
    void the_source_of_truth_is_kept_for_ever() {
        assertThat(Topics.TASK_EVENTS.config())
                .containsAllEntriesOf(
                        Map.of("cleanup.policy", "delete", "retention.ms", "-1", "retention.bytes", "-1"));
    }

    @Test
    void answers_are_kept_for_an_hour_and_may_be_large() {
        assertThat(Topics.TASK_COMMAND_RESULTS.config())
                .containsAllEntriesOf(Map.of(
                        "cleanup.policy", "delete",
                        "retention.ms", "3600000",
                        "segment.ms", "600000",
                        "max.message.bytes", "16777216"));
    }

    @Test
    void updates_keep_the_latest_of_each_thing() {
        assertThat(Topics.TASK_UPDATES.config()).containsEntry("cleanup.policy", "compact");
    }

    @Test
    void a_dead_letter_topic_takes_whatever_its_source_takes() {
        Topic dlq = Topics.TASK_COMMANDS.dlq();

        assertThat(dlq.name()).isEqualTo("task-commands.dlq");
        assertThat(dlq.maxRecordBytes()).isGreaterThan(Topics.TASK_COMMANDS.maxRecordBytes());
        assertThat(dlq.values()).isEmpty();
        assertThat(dlq.config()).containsEntry("retention.ms", "2592000000");
    }

    @Test
    void a_topic_without_dead_letters_says_so() {
        assertThatIllegalStateException().isThrownBy(Topics.TASK_UPDATES::dlq).withMessageContaining("task-updates");
    }
}
