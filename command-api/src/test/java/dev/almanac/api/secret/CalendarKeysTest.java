package dev.almanac.api.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class CalendarKeysTest {
    private static final String MASTER = "a key that is there for tests only";

    private final CalendarKeys keys = new CalendarKeys(new SecretSettings(MASTER));
    private final UUID workspace = UUID.randomUUID();
    private final UUID link = UUID.randomUUID();

    @Test
    void areGoodForTheirLinkOfTheirWorkspace() {
        var key = keys.of(workspace, link);
        assertThat(key).matches("[A-Za-z0-9_-]{64}");
        assertThat(keys.linkOf(workspace, key)).contains(link);
        assertThat(keys.linkOf(UUID.randomUUID(), key)).isEmpty();
        assertThat(new CalendarKeys(new SecretSettings(MASTER + "!")).linkOf(workspace, key))
                .isEmpty();
    }

    @Test
    void areNoneWhereOneCharacterIsAnother() {
        var key = keys.of(workspace, link);
        for (var at = 0; at < key.length(); at++) {
            var other = key.charAt(at) == 'A' ? 'B' : 'A';
            assertThat(keys.linkOf(workspace, key.substring(0, at) + other + key.substring(at + 1)))
                    .as("character %d", at)
                    .isEmpty();
        }
        assertThat(keys.linkOf(workspace, key + "A")).isEmpty();
        assertThat(keys.linkOf(workspace, key.substring(1))).isEmpty();
        assertThat(keys.linkOf(workspace, "*".repeat(key.length()))).isEmpty();
        assertThat(keys.linkOf(workspace, "")).isEmpty();
    }

    @Test
    void followFromAKeyThatIsLongAndIsNotTold() {
        assertThat(new SecretSettings(MASTER).toString()).doesNotContain(MASTER);
        assertThatThrownBy(() -> new SecretSettings("short and told"))
                .hasMessageContaining("almanac.secrets.master-key")
                .hasMessageNotContaining("short and told");
    }
}
