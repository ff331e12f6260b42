package dev.almanac.topology.query;

import static dev.almanac.topology.testkit.Acts.cancel;
import static dev.almanac.topology.testkit.Acts.complete;
import static dev.almanac.topology.testkit.Acts.createTask;
import static dev.almanac.topology.testkit.Acts.delete;
import static dev.almanac.topology.testkit.Acts.editTask;
import static dev.almanac.topology.testkit.Acts.skip;
import static dev.almanac.topology.testkit.Acts.time;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.schemas.command.EditScope;
import dev.almanac.schemas.command.RecurrenceRequest;
import dev.almanac.schemas.model.CatchUp;
import dev.almanac.schemas.model.OccurrenceCreation;
import dev.almanac.schemas.model.RecurrenceBasis;
import dev.almanac.topology.testkit.Act;
import dev.almanac.topology.testkit.DecidedByTopology;
import dev.almanac.topology.testkit.Labels;
import dev.almanac.topology.testkit.Scenario;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SeriesQueriesTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final UUID RENT = Labels.id("rent");

    private final DecidedByTopology topology = new DecidedByTopology(Labels.id("team"), Scenario.START);

    @AfterEach
    void close() {
        topology.close();
    }

    private static RecurrenceRequest daily(String end, CatchUp catchUp) {
        return new RecurrenceRequest(
                "FREQ=DAILY" + end, RecurrenceBasis.DUE, OccurrenceCreation.ON_COMPLETION, catchUp, null);
    }

    private static Act repeating(RecurrenceRequest recurrence) {
        return createTask(
                "rent",
                fields ->
                        fields.setDue(time("2026-11-02T12:00", "Europe/Berlin")).setRecurrence(recurrence));
    }

    private JsonNode after(UUID task, int limit) {
        Answer answer = SeriesQueries.occurrences(topology.stored(), Labels.id(Act.OWNER), task, Scenario.START, limit);
        assertThat(answer).isInstanceOf(Answer.Found.class);
        return JSON.readTree(((Answer.Found) answer).json());
    }

    private static List<String> dues(JsonNode answer) {
        return answer.get("occurrences")
                .valueStream()
                .map(it -> it.at("/due/dateTime").asString())
                .toList();
    }

    private UUID next(UUID task) {
        return topology.state()
                .task(task)
                .orElseThrow()
                .getRecurrence()
                .orElseThrow()
                .getSuccessor()
                .orElseThrow();
    }

    @Test
    void tellsWhatIsToCome() {
        Scenario.in(topology, repeating(daily("", CatchUp.ALL)));

        JsonNode answer = after(RENT, 2);

        assertThat(dues(answer)).containsExactly("2026-11-03T12:00", "2026-11-04T12:00");
        assertThat(answer.get("ended").booleanValue()).isFalse();
        assertThat(answer.get("seriesId").asString()).isNotEmpty();
        assertThat(answer.at("/occurrences/0").has("taskId")).isFalse();
    }

    @Test
    void saysWhereTheSeriesEnds() {
        Scenario.in(topology, repeating(daily(";COUNT=3", CatchUp.ALL)));

        assertThat(dues(after(RENT, 2))).hasSize(2);
        assertThat(after(RENT, 2).get("ended").booleanValue()).isFalse();
        assertThat(dues(after(RENT, 10))).containsExactly("2026-11-03T12:00", "2026-11-04T12:00");
        assertThat(after(RENT, 10).get("ended").booleanValue()).isTrue();
    }

    @Test
    void whatHasBeenMadeIsToldAsItIs() {
        Scenario scenario = Scenario.in(topology, repeating(daily("", CatchUp.ALL)), complete(RENT));
        UUID second = next(RENT);
        scenario.and(
                editTask(second, EditScope.THIS, fields -> fields.setDue(time("2026-11-03T18:30", "Europe/Berlin"))),
                skip(second));

        JsonNode answer = after(RENT, 3);

        assertThat(dues(answer)).containsExactly("2026-11-03T18:30", "2026-11-04T12:00", "2026-11-05T12:00");
        assertThat(answer.at("/occurrences/0/occurrence/dateTime").asString()).isEqualTo("2026-11-03T12:00");
        assertThat(answer.at("/occurrences/0/taskId").asString()).isEqualTo(second.toString());
        assertThat(answer.at("/occurrences/0/status").asString()).isEqualTo("cancelled");
        assertThat(answer.at("/occurrences/1/status").asString()).isEqualTo("open");
        assertThat(dues(after(RENT, 1))).containsExactly("2026-11-03T18:30");
        assertThat(after(RENT, 1).get("ended").booleanValue()).isFalse();
    }

    @Test
    void whatIsMissedDoesNotCome() {
        Scenario.in(topology, repeating(daily("", CatchUp.NONE)));

        Answer answer = SeriesQueries.occurrences(
                topology.stored(), Labels.id(Act.OWNER), RENT, Instant.parse("2026-11-10T15:00:00Z"), 1);

        assertThat(dues(JSON.readTree(((Answer.Found) answer).json()))).containsExactly("2026-11-11T12:00");
    }

    @Test
    void whatIsLeftOutDoesNotCome() {
        Scenario.in(
                topology,
                repeating(new RecurrenceRequest(
                        "FREQ=DAILY;COUNT=5",
                        RecurrenceBasis.DUE,
                        OccurrenceCreation.ON_COMPLETION,
                        CatchUp.ALL,
                        List.of(
                                time("2026-11-03T12:00", "Europe/Berlin"),
                                time("2026-11-05T12:00", "Europe/Berlin")))));

        JsonNode answer = after(RENT, 5);

        assertThat(dues(answer)).containsExactly("2026-11-04T12:00", "2026-11-06T12:00");
        assertThat(answer.get("ended").booleanValue()).isTrue();
    }

    @Test
    void fromCompletionOnlyTheNextIsKnown() {
        Scenario.in(
                topology,
                repeating(new RecurrenceRequest(
                        "FREQ=WEEKLY",
                        RecurrenceBasis.COMPLETION,
                        OccurrenceCreation.ON_COMPLETION,
                        CatchUp.NONE,
                        null)));

        assertThat(dues(after(RENT, 5))).containsExactly("2026-11-09T12:00");
    }

    @Test
    void onScheduleItGoesOnWhateverBecomesOfTheLatest() {
        Scenario.in(
                topology,
                repeating(new RecurrenceRequest(
                        "FREQ=WEEKLY", RecurrenceBasis.DUE, OccurrenceCreation.ON_SCHEDULE, CatchUp.NONE, null)),
                complete(RENT));

        assertThat(dues(after(RENT, 2))).containsExactly("2026-11-09T12:00", "2026-11-16T12:00");
    }

    @Test
    void aSeriesThatWasCancelledOrWhoseNextIsInTheTrashHasEnded() {
        Scenario scenario = Scenario.in(topology, repeating(daily("", CatchUp.ALL)), complete(RENT));
        scenario.and(delete(next(RENT)));
        assertThat(after(RENT, 5)).isEqualTo(ended(after(RENT, 5)));

        scenario.and(createTask("plain"), cancel("plain"));
        assertThat(after(Labels.id("plain"), 5)).isEqualTo(JSON.readTree("{\"occurrences\":[],\"ended\":true}"));
    }

    private static JsonNode ended(JsonNode answer) {
        return JSON.readTree("{\"seriesId\":\"%s\",\"occurrences\":[],\"ended\":true}"
                .formatted(answer.get("seriesId").asString()));
    }

    @Test
    void strangersAndTheTrashGetNothing() {
        Scenario.in(topology, repeating(daily("", CatchUp.ALL)));
        assertThat(SeriesQueries.occurrences(topology.stored(), Labels.id("eve"), RENT, Scenario.START, 5))
                .isInstanceOf(Answer.Missing.class);
        assertThat(SeriesQueries.occurrences(
                        topology.stored(), Labels.id(Act.OWNER), Labels.id("none"), Scenario.START, 5))
                .isInstanceOf(Answer.Missing.class);
    }
}
