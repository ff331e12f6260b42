package dev.almanac.api.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.api.secret.CalendarKeys;
import dev.almanac.api.support.ApiClient;
import dev.almanac.api.support.ContractChecks;
import dev.almanac.api.support.ReadSlice;
import dev.almanac.api.support.TestWorkspace;
import dev.almanac.schemas.model.Member;
import dev.almanac.schemas.model.Role;
import dev.almanac.schemas.model.TaskDate;
import dev.almanac.schemas.model.TaskStatus;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The calendar at its address, without a token. */
@SpringBootTest(
        classes = ReadSlice.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"almanac.rate-limit.per-second=1", "almanac.rate-limit.burst=60"})
class CalendarTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @DynamicPropertySource
    static void addresses(DynamicPropertyRegistry registry) {
        ReadSlice.addresses(registry);
    }

    @LocalServerPort
    private int port;

    @Autowired
    private CalendarKeys keys;

    private final TestWorkspace home = TestWorkspace.of(ApiClient.userId("ada"));
    private final Member bob = home.member(ApiClient.userId("bob"), Role.VIEWER);
    private final UUID link = home.link(bob).getId();

    @Test
    void isWhatIsOpenOrWasClosedNotLongAgo() throws Exception {
        var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        home.task("Open", it -> it.setDue(new TaskDate(LocalDate.parse("2026-11-30"), null, "Europe/Berlin")));
        home.task("Done", it -> it.setStatus(TaskStatus.COMPLETED).setUpdatedAt(now));
        home.task("Long done", it -> it.setStatus(TaskStatus.COMPLETED).setUpdatedAt(now.minus(91, ChronoUnit.DAYS)));
        home.edit(home.task("gone"), it -> it.setDeletedAt(now));
        home.project();

        var answer = get(key());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/calendar;charset=utf-8");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("private, no-cache");
        assertThat(answer.body())
                .startsWith("BEGIN:VCALENDAR\r\n")
                .endsWith("END:VCALENDAR\r\n")
                .contains("X-WR-CALNAME:Home\r\n")
                .contains("REFRESH-INTERVAL;VALUE=DURATION:PT15M\r\n")
                .contains("SUMMARY:Open\r\n", "DUE;VALUE=DATE:20261130\r\n", "SUMMARY:Done\r\n")
                .doesNotContain("Long done", "gone");
    }

    @Test
    void isEventsForProgramsThatShowNothingElse() throws Exception {
        home.task(
                "Stretch",
                it -> it.setEstimate("PT15M")
                        .setDue(new TaskDate(null, LocalDateTime.parse("2026-11-30T07:30"), "Europe/Berlin")));
        home.task(
                "Done",
                it -> it.setStatus(TaskStatus.COMPLETED)
                        .setUpdatedAt(Instant.now().truncatedTo(ChronoUnit.MILLIS))
                        .setDue(new TaskDate(LocalDate.parse("2026-11-30"), null, "Europe/Berlin")));
        home.task("Some day");
        home.project();

        assertThat(get(key() + "&as=events").body())
                .contains("BEGIN:VEVENT\r\n", "SUMMARY:Stretch\r\n", "SUMMARY:✓ Done\r\n")
                .contains("DTSTART;TZID=Europe/Berlin:20261130T073000\r\n")
                .contains("DTEND;TZID=Europe/Berlin:20261130T074500\r\n")
                .contains("DTSTART;VALUE=DATE:20261130\r\n", "TRANSP:TRANSPARENT\r\n")
                .doesNotContain("VTODO", "Some day");
        assertThat(get(key() + "&as=notes").statusCode()).isEqualTo(400);
    }

    @Test
    void isNotSentAgainUntilItChanges() throws Exception {
        home.task("One");
        home.project();
        var tag = get(key()).headers().firstValue("ETag").orElseThrow();
        var changed = get(key()).headers().firstValue("Last-Modified").orElseThrow();

        assertThat(get(key(), "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(get(key(), "If-Modified-Since", changed).statusCode()).isEqualTo(304);

        home.task("Another");
        home.project();
        assertThat(get(key(), "If-None-Match", tag).body()).contains("SUMMARY:Another");
    }

    @Test
    void isNowhereToWhoDoesNotKnowTheAddress() throws Exception {
        home.project();
        var other = TestWorkspace.of(ApiClient.userId("ada"));
        assertThat(get(key()).statusCode()).isEqualTo(200);
        assertThat(get(keys.of(other.id(), link)).statusCode()).isEqualTo(404);
        assertThat(get(keys.of(home.id(), UUID.randomUUID())).statusCode()).isEqualTo(404);
        assertThat(get("").statusCode()).isEqualTo(404);
        assertThat(get("x".repeat(64)).statusCode()).isEqualTo(404);
    }

    @Test
    void endsWithAnotherAddressAndWithTheMembership() throws Exception {
        var next = keys.of(home.id(), home.link(bob).getId());
        home.project();
        assertThat(get(key()).statusCode()).isEqualTo(404);
        assertThat(get(next).statusCode()).isEqualTo(200);

        home.remove(bob);
        home.project();
        assertThat(get(next).statusCode()).isEqualTo(404);
    }

    @Test
    void isReadSoOftenAndNoMore() throws Exception {
        home.project();
        var status = 200;
        for (var time = 0; time < 200 && status == 200; time++) {
            status = get(key()).statusCode();
        }
        assertThat(status).isEqualTo(429);
    }

    private String key() {
        return keys.of(home.id(), link);
    }

    private HttpResponse<String> get(String key, String... headers) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(
                "http://localhost:%d/api/v1/workspaces/%s/calendar.ics?key=%s".formatted(port, home.id(), key)));
        var answer =
                HTTP.send((headers.length > 0 ? request.headers(headers) : request).build(), BodyHandlers.ofString());
        ContractChecks.check(answer, answer.body().getBytes(StandardCharsets.UTF_8));
        return answer;
    }
}
