package dev.almanac.topology.query;

import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.scheduler.Schedulers;

class PreviewControllerTest {
    private final WebTestClient client = WebTestClient.bindToController(new PreviewController(Schedulers.immediate()))
            .build();

    @Test
    void tellsLocalTimesMomentsAndNotes() {
        ask("""
                {"rule":"FREQ=DAILY","start":"2026-03-28T02:30","timeZone":"Europe/Berlin","limit":2}""", HttpStatus.OK, """
                {"occurrences":[
                  {"local":"2026-03-28T02:30","instant":"2026-03-28T01:30:00Z","note":null},
                  {"local":"2026-03-29T03:30","instant":"2026-03-29T01:30:00Z",
                   "note":"2026-03-29T02:30 does not exist in Europe/Berlin, where the clocks go forward: moved to 03:30"}]}""");
    }

    @Test
    void wholeDaysStayDays() {
        ask("""
                {"rule":"FREQ=MONTHLY;SKIP=BACKWARD","start":"2026-01-31","timeZone":"UTC","limit":1,"after":"2026-01-31"}""", HttpStatus.OK, """
                {"occurrences":[{"local":"2026-02-28","instant":"2026-02-28T00:00:00Z",
                  "note":"The day does not exist in February 2026: moved back to its last"}]}""");
    }

    @Test
    void datesLeftOutAreNotThere() {
        ask("""
                {"rule":"FREQ=DAILY;COUNT=4","start":"2026-12-23","timeZone":"UTC","limit":9,
                 "exceptDates":["2026-12-24","2026-12-25"]}""", HttpStatus.OK, """
                {"occurrences":[
                  {"local":"2026-12-23","instant":"2026-12-23T00:00:00Z","note":null},
                  {"local":"2026-12-26","instant":"2026-12-26T00:00:00Z","note":null}]}""");
    }

    @Test
    void aFaultyRuleIsRefusedWithItsPlace() {
        ask("""
                {"rule":"FREQ=WEEKLY;BYDAY=XX","start":"2026-01-31","timeZone":"UTC","limit":1}""", HttpStatus.BAD_REQUEST, """
                {"errors":[{"pointer":"/rule",
                  "detail":"At character 19: expected a weekday such as MO, 1MO or -1FR."}]}""");
    }

    @Test
    void aRuleThatGivesNothingIsRefused() {
        ask("""
                {"rule":"FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30","start":"2026-01-31","timeZone":"UTC","limit":5}""", HttpStatus.BAD_REQUEST, """
                {"errors":[{"pointer":"/rule","detail":"Gives no date after 2026-01-31, however far one looks."}]}""");
    }

    @Test
    void aRuleByTheHourNeedsATime() {
        ask("""
                {"rule":"FREQ=HOURLY","start":"2026-01-31","timeZone":"UTC","limit":5}""", HttpStatus.BAD_REQUEST, """
                {"errors":[{"pointer":"/start","detail":"Must have a time of day, which the rule speaks of."}]}""");
    }

    private void ask(String question, HttpStatus status, String answer) {
        client.post()
                .uri("/internal/v1/recurrence-previews")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(question)
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectBody()
                .json(answer);
    }
}
