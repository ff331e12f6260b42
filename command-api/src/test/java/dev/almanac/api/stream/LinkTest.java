package dev.almanac.api.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.api.sync.Change;
import dev.almanac.schemas.model.EntityKind;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LinkTest {
    private static final UUID ADA = new UUID(0, 1);
    private static final UUID BOB = new UUID(0, 2);

    @Test
    void whatIsForOneMemberIsForOthersNotThere() {
        var link = new Link(
                6,
                new Change(7, EntityKind.FILTER, new UUID(0, 3), Optional.of("{\"name\":\"Soon\"}"), Optional.of(ADA)));

        assertThat(frame(link.seenBy(ADA))).contains("\"state\":{\"name\":\"Soon\"}");
        assertThat(frame(link.seenBy(BOB)))
                .startsWith("id: 7\nevent: filter\n")
                .contains("\"previous\":6,", "\"state\":null")
                .doesNotContain("Soon");
    }

    @Test
    void whatIsForAllIsRenderedOnce() {
        var link = new Link(6, new Change(7, EntityKind.TASK, new UUID(0, 3), Optional.of("{}"), Optional.empty()));

        assertThat(link.seenBy(BOB)).isSameAs(link);
    }

    private static String frame(Link link) {
        return new String(link.frame(), UTF_8);
    }
}
