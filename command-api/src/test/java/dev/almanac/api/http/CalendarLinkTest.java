package dev.almanac.api.http;

import static dev.almanac.api.support.Facts.ADA;
import static dev.almanac.api.support.Facts.WORKSPACE;
import static dev.almanac.api.support.Facts.accepted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.api.secret.CalendarKeys;
import dev.almanac.api.support.Facts;
import dev.almanac.api.support.SliceTest;
import dev.almanac.schemas.command.LinkCalendar;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;

class CalendarLinkTest extends SliceTest {
    private static final String LINK = "/api/v1/workspaces/" + WORKSPACE + "/calendar-link";

    @Autowired
    private CalendarKeys keys;

    @Test
    void anAddressIsToldAndNoCommandHasIt() {
        var link = UUID.randomUUID();
        topology().outcomes(accepted(Facts.linked(link)));

        var key = keys.of(WORKSPACE, link);
        client("ada")
                .post()
                .uri(LINK)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals(HttpHeaders.CACHE_CONTROL, "no-store")
                .expectBody()
                .jsonPath("$.id")
                .isEqualTo(link.toString())
                .jsonPath("$.href")
                .isEqualTo("/api/v1/workspaces/" + WORKSPACE + "/calendar.ics?key=" + key);

        var command = topology().sent();
        assertThat(command.getActor().getUserId()).isEqualTo(ADA);
        assertThat(command.getOperations()
                        .getFirst()
                        .getLinkCalendar()
                        .map(LinkCalendar::getLinkId)
                        .map(UUID::version))
                .contains(7);
        assertThat(command.toString()).doesNotContain(key);
    }

    @Test
    void aRepetitionOfWhatWasTakenBackSinceIsToldSo() {
        topology().outcomes(accepted(Facts.member()));
        client("ada").post().uri(LINK).exchange().expectStatus().isEqualTo(409);
    }

    @Test
    void anAddressIsTakenBack() {
        topology().outcomes(accepted(Facts.member()));
        client("ada")
                .delete()
                .uri(LINK)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.calendarLink")
                .doesNotExist();
        assertThat(topology().sent().getOperations().getFirst().getUnlinkCalendar())
                .isPresent();
    }
}
