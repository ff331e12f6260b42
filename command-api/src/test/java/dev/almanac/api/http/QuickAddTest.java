package dev.almanac.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.api.support.Facts;
import dev.almanac.api.support.SliceTest;
import dev.almanac.schemas.model.Priority;
import dev.almanac.schemas.result.Outcome;
import dev.almanac.schemas.result.OutcomeStatus;
import java.time.LocalDateTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

class QuickAddTest extends SliceTest {
    private static final String AT = "\"at\":\"2026-11-24T09:00:00Z\",\"timeZone\":\"Europe/Berlin\"";

    @BeforeEach
    void agree() {
        topology().outcomes(new Outcome(OutcomeStatus.ACCEPTED, Facts.state(Facts.task(1)), null));
    }

    @Test
    void aLineBecomesATask() {
        ask(
                        "",
                        "{\"text\":\"Call mum every other Sunday 6pm !high #family *errands remind 30m before\",%s}"
                                .formatted(AT))
                .expectStatus()
                .isCreated()
                .expectHeader()
                .exists("Location")
                .expectBody()
                .jsonPath("$.task.id")
                .exists()
                .jsonPath("$.interpretation[0].part")
                .isEqualTo("recurrence")
                .jsonPath("$.interpretation[0].text")
                .isEqualTo("every other Sunday")
                .jsonPath("$.interpretation[0].start")
                .isEqualTo(9)
                .jsonPath("$.interpretation[0].end")
                .isEqualTo(27)
                .jsonPath("$.interpretation.length()")
                .isEqualTo(6);

        var create =
                topology().sent().getOperations().getFirst().getCreateTask().orElseThrow();
        assertThat(create.getListId()).contains(Facts.LIST);
        var fields = create.getFields();
        assertThat(fields.getTitle()).contains("Call mum");
        assertThat(fields.getPriority()).contains(Priority.HIGH);
        assertThat(fields.getTags().orElseThrow()).containsExactly("family");
        assertThat(fields.getDue().orElseThrow().getDateTime()).contains(LocalDateTime.parse("2026-11-29T18:00"));
        assertThat(fields.getDue().orElseThrow().getTimeZone()).contains("Europe/Berlin");
        assertThat(fields.getRecurrence().orElseThrow().getRule()).isEqualTo("FREQ=WEEKLY;INTERVAL=2;BYDAY=SU");
        assertThat(fields.getReminders().orElseThrow().getFirst().getOffset()).contains("-PT30M");
    }

    @Test
    void aDryRunMakesNothing() {
        ask("?dryRun=true", "{\"text\":\"Pay rent tomorrow #home remind 1h before\",%s}".formatted(AT))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.task.title")
                .isEqualTo("Pay rent")
                .jsonPath("$.task.due.date")
                .isEqualTo("2026-11-25")
                .jsonPath("$.task.tags[0]")
                .isEqualTo("home")
                .jsonPath("$.task.reminders[0].offset")
                .isEqualTo("-PT1H")
                .jsonPath("$.interpretation[1].part")
                .isEqualTo("tag");
        assertThat(topology().sentNone()).isTrue();
    }

    @Test
    void whatTheLineDoesNotSayComesWithIt() {
        ask("", """
                {"text":"Pay rent 6pm #Home",%s,"task":{"id":"%s","listId":"%s","priority":"low","tags":["home","rent"],
                "due":{"date":"2026-12-01"}}}""".formatted(AT, Facts.TASK, Facts.LIST)).expectStatus().isCreated();

        var create =
                topology().sent().getOperations().getFirst().getCreateTask().orElseThrow();
        assertThat(create.getId()).isEqualTo(Facts.TASK);
        assertThat(create.getListId()).contains(Facts.LIST);
        assertThat(create.getFields().getPriority()).contains(Priority.LOW);
        assertThat(create.getFields().getTags().orElseThrow()).containsExactly("home", "rent");
        assertThat(create.getFields().getDue().orElseThrow().getDateTime())
                .contains(LocalDateTime.parse("2026-12-01T18:00"));
    }

    @ParameterizedTest
    @CsvSource({"en-US,2027-03-04", "de-DE,2027-04-03", "'*',2027-03-04", "'=;q',2027-03-04"})
    void datesAreReadAsTheWriterWritesThem(String language, String due) {
        client("ada")
                .post()
                .uri("/api/v1/workspaces/{workspace}/quick-add?dryRun=true", Facts.WORKSPACE)
                .header("Accept-Language", language)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"text\":\"Pay 3/4\",%s}".formatted(AT))
                .exchange()
                .expectBody()
                .jsonPath("$.task.due.date")
                .isEqualTo(due);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|/text",
                "{\"text\":\" \"}|/text",
                "{\"text\":\"a\\nb\"}|/text",
                "{\"text\":\"x\",\"at\":\"tomorrow\"}|/at",
                "{\"text\":\"x\",\"timeZone\":\"Mars\"}|/timeZone",
                "{\"text\":\"x\",\"task\":{\"title\":\"y\"}}|/task/title",
                "{\"text\":\"x\",\"task\":{\"due\":{}}}|/task/due",
                "{\"text\":\"x\",\"title\":\"y\"}|/title",
            })
    void whatIsNotAsAgreedIsRefused(String body, String pointer) {
        ask("", body)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].pointer")
                .isEqualTo(pointer);
        assertThat(topology().sentNone()).isTrue();
    }

    @Test
    void aTitleHasItsBounds() {
        ask("", "{\"text\":\"%s tomorrow\"}".formatted("x".repeat(501)))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].pointer")
                .isEqualTo("/text");
    }

    private ResponseSpec ask(String query, String body) {
        return client("ada")
                .post()
                .uri("/api/v1/workspaces/" + Facts.WORKSPACE + "/quick-add" + query)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }
}
