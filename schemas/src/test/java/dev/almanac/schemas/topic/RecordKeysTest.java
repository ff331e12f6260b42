package dev.almanac.schemas.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.almanac.schemas.model.EntityKind;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordKeysTest {
    private static final UUID ID = UUID.fromString("0197f0a4-0000-7000-8000-000000000001");
    private static final UUID OTHER = UUID.fromString("0197f0a4-0000-7000-8000-000000000002");

    @Test
    void keysAreTextThatIsReadBack() {
        assertThat(RecordKeys.workspace(ID)).isEqualTo("0197f0a4-0000-7000-8000-000000000001");
        assertThat(RecordKeys.parseWorkspace(RecordKeys.workspace(ID))).isEqualTo(ID);

        String update = RecordKeys.update(ID, EntityKind.TASK, OTHER);
        assertThat(update).isEqualTo("0197f0a4-0000-7000-8000-000000000001/task/0197f0a4-0000-7000-8000-000000000002");
        assertThat(RecordKeys.parseUpdate(update)).isEqualTo(new RecordKeys.EntityKey(ID, EntityKind.TASK, OTHER));

        String reply = RecordKeys.reply(3, ID);
        assertThat(reply).isEqualTo("3/0197f0a4-0000-7000-8000-000000000001");
        assertThat(RecordKeys.parseReply(reply)).isEqualTo(new RecordKeys.ReplyKey(3, ID));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "task",
                "0197f0a4-0000-7000-8000-000000000001/task",
                "0197f0a4-0000-7000-8000-000000000001/TASK/0197f0a4-0000-7000-8000-000000000002",
                "0197f0a4-0000-7000-8000-000000000001/unknown/0197f0a4-0000-7000-8000-000000000002",
                "1-1-1-1-1/task/0197f0a4-0000-7000-8000-000000000002"
            })
    void anUpdateKeyOfAnotherFormIsRefused(String key) {
        assertThatIllegalArgumentException().isThrownBy(() -> RecordKeys.parseUpdate(key));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "3", "-1/0197f0a4-0000-7000-8000-000000000001", "+3/0197f0a4-0000-7000-8000-000000000001"})
    void aReplyKeyOfAnotherFormIsRefused(String key) {
        assertThatIllegalArgumentException().isThrownBy(() -> RecordKeys.parseReply(key));
    }
}
