package dev.almanac.api.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.schemas.model.EntityKind;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ChangesPageTest {
    private static final int EACH = 1_000;

    private final ChangesPage page = new ChangesPage(List.of(change(3), change(5), change(8)), 9, false);

    private static Change change(long seq) {
        return new Change(
                seq, EntityKind.TASK, new UUID(0, seq), Optional.of("x".repeat(EACH - 256)), Optional.empty());
    }

    @Test
    void aPageThatIsLightEnoughStaysWhole() {
        assertThat(page.weight()).isEqualTo(3 * EACH);
        assertThat(page.within(3 * EACH)).isSameAs(page);
    }

    @Test
    void whatIsTooHeavyFollowsLater() {
        assertThat(page.within(3 * EACH - 1)).isEqualTo(new ChangesPage(List.of(change(3), change(5)), 5, true));
    }

    @Test
    void theFirstChangeComesHoweverHeavy() {
        assertThat(page.within(1)).isEqualTo(new ChangesPage(List.of(change(3)), 3, true));
    }
}
