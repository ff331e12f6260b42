package dev.almanac.api.accept;

import static dev.almanac.api.accept.Refusals.ID;
import static dev.almanac.api.accept.Refusals.NEW_ID;
import static dev.almanac.api.accept.Refusals.json;
import static dev.almanac.api.accept.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.api.problem.ProblemType;
import dev.almanac.api.problem.Violation;
import dev.almanac.schemas.command.CreateTask;
import dev.almanac.schemas.command.EditScope;
import dev.almanac.schemas.command.EditTask;
import dev.almanac.schemas.command.Placement;
import dev.almanac.schemas.command.RecurrenceRequest;
import dev.almanac.schemas.command.ReminderRequest;
import dev.almanac.schemas.command.TaskPatch;
import dev.almanac.schemas.model.CatchUp;
import dev.almanac.schemas.model.OccurrenceCreation;
import dev.almanac.schemas.model.Priority;
import dev.almanac.schemas.model.RecurrenceBasis;
import dev.almanac.schemas.model.RelativeTo;
import dev.almanac.schemas.model.TaskDate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TaskRequestsTest {
    @Test
    void everyFieldOfANewTaskIsTaken() {
        var create = TaskRequests.create(json("""
                {"id":"%s","listId":"%s","title":"Pay rent","notes":"in *cash*\\n","priority":"high","tags":["home","Ünï"],
                 "start":{"date":"2026-11-30"},"due":{"dateTime":"2026-11-30T09:00","timeZone":"Europe/Berlin"},
                 "estimate":"PT90M","assignee":"%s","parentId":"%s","position":{"after":"%s"}}
                """.formatted(ID, ID, ID, ID, ID)), () -> NEW_ID);

        assertThat(create)
                .isEqualTo(new CreateTask(
                        ID,
                        ID,
                        TaskPatch.newBuilder()
                                .setTitle("Pay rent")
                                .setNotes("in *cash*\n")
                                .setPriority(Priority.HIGH)
                                .setTags(List.of("home", "Ünï"))
                                .setStart(new TaskDate(LocalDate.of(2026, 11, 30), null, null))
                                .setDue(new TaskDate(null, LocalDateTime.of(2026, 11, 30, 9, 0), "Europe/Berlin"))
                                .setEstimate("PT1H30M")
                                .setAssignee(ID)
                                .setParentId(ID)
                                .build(),
                        new Placement(ID, null)));
    }

    @Test
    void aTitleIsEnoughAndNullIsAsAbsent() {
        var create = TaskRequests.create(json("""
                {"title":"x","id":null,"listId":null,"notes":null,"due":null,"position":null}"""), () -> NEW_ID);

        assertThat(create)
                .isEqualTo(new CreateTask(
                        NEW_ID, null, TaskPatch.newBuilder().setTitle("x").build(), null));
    }

    @Test
    void aPatchTellsWhatToSetFromWhatToClear() {
        var patch = patch(json("""
                {"notes":null,"due":null,"start":null,"estimate":null,"assignee":null,"parentId":null,
                 "priority":null,"tags":null}""")).getPatch();

        assertThat(patch)
                .isEqualTo(TaskPatch.newBuilder()
                        .setPriority(Priority.NONE)
                        .setTags(List.of())
                        .setClear(List.of("notes", "start", "due", "estimate", "assignee", "parentId"))
                        .build());
    }

    @Test
    void anEmptyPatchChangesNothing() {
        assertThat(patch(json("{}")).getPatch())
                .isEqualTo(TaskPatch.newBuilder().build());
    }

    @Test
    void aDateOfOneKindMayNullTheFieldsOfTheOther() {
        var patch = patch(json("""
                {"due":{"date":"2026-11-30","dateTime":null,"timeZone":null}}""")).getPatch();

        assertThat(patch.getDue()).contains(new TaskDate(LocalDate.of(2026, 11, 30), null, null));
    }

    @ParameterizedTest(name = "{0} is refused at {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '\u0001', textBlock = """
            {"title":null}                                  | /title        | can't be removed
            {"title":1}                                     | /title        | expected a string
            {"title":""}                                    | /title        | 1 to 500
            {"title":" \\t"}                                | /title        | 1 to 500
            {"title":"two\\nlines"}                         | /title        | one line
            {"title":"\\u0000"}                             | /title        | one line
            {"title":"\\ud800"}                             | /title        | one line
            {"notes":"\\u0000"}                             | /notes        | control characters
            {"priority":"HIGH"}                             | /priority     | none, low, medium, high, urgent
            {"priority":1}                                  | /priority     | expected a string
            {"tags":"home"}                                 | /tags         | expected an array
            {"tags":["a","b",3]}                            | /tags/2       | expected a string
            {"tags":["Straße","x","STRASSE"]}               | /tags/2       | is the same as tag 0
            {"due":"2026-11-30"}                            | /due          | expected a JSON object
            {"due":{}}                                      | /due          | either date or dateTime
            {"due":{"date":"2026-11-30","dateTime":"2026-11-30T09:00"}} | /due | either date or dateTime
            {"due":{"date":"2026-02-30"}}                   | /due/date     | expected a local date
            {"due":{"date":"+12026-01-01"}}                 | /due/date     | expected a local date
            {"due":{"dateTime":"2026-11-30T09:00Z"}}        | /due/dateTime | expected a local date and time
            {"due":{"dateTime":"2026-11-30T09:00:00.5"}}    | /due/dateTime | whole seconds
            {"due":{"date":"2026-11-30","timeZone":"+02:00"}} | /due/timeZone | IANA
            {"due":{"date":"2026-11-30","at":"noon"}}       | /due/at       | is not a field here
            {"estimate":"45 minutes"}                       | /estimate     | ISO-8601
            {"estimate":"PT0S"}                             | /estimate     | positive
            {"estimate":"-PT5M"}                            | /estimate     | positive
            {"estimate":"P367D"}                            | /estimate     | 366 days
            {"assignee":"ada"}                              | /assignee     | expected a UUID
            {"assignee":"00000000-0000-0000-0000-000000000000"} | /assignee | expected a UUID
            {"parentId":"0190a8f47c-1d-7000-8000-000000000001"} | /parentId | expected a UUID
            {"version":3}                                   | /version      | is not a field here; expected: title, notes
            {"a~/b":3}                                      | /a~0~1b       | is not a field here
            {"position":{"after":"x"}}                      | /position     | is not a field here
            []                                              | ''            | expected a JSON object
            null                                            | ''            | expected a JSON object
            "title"                                         | ''            | expected a JSON object
            """)
    void aPatchThatIsNotAsAgreed(String body, String pointer, String expected) {
        var problem = refused(() -> patch(json(body)));

        assertThat(problem.type()).isEqualTo(ProblemType.VALIDATION);
        assertThat(problem.errors())
                .singleElement()
                .satisfies(error -> assertThat(error.pointer()).isEqualTo(pointer.equals("''") ? "" : pointer))
                .satisfies(error -> assertThat(error.detail()).contains(expected));
    }

    static Stream<Arguments> bounds() {
        return Stream.of(
                // A title is counted in code points: an emoji is one of them, though two chars and four bytes.
                Arguments.of("title", "😀".repeat(500), "😀".repeat(501)),
                Arguments.of("notes", "é".repeat(32 * 1024), "é".repeat(32 * 1024) + "x"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bounds")
    void aTextMayHaveJustSoMuch(String field, String longest, String tooLong) {
        patch(json("{\"%s\":\"%s\"}".formatted(field, longest)));
        assertThat(refused(() -> patch(json("{\"%s\":\"%s\"}".formatted(field, tooLong))))
                        .errors())
                .singleElement()
                .extracting(Violation::pointer)
                .isEqualTo("/" + field);
    }

    @Test
    void fiftyTagsAreTheMost() {
        var tags = Stream.iterate(0, n -> n + 1).map("\"t%d\""::formatted);
        var fiftyOne = tags.limit(51).toList();
        patch(json("{\"tags\":%s}".formatted(fiftyOne.subList(0, 50))));
        assertThat(refused(() -> patch(json("{\"tags\":%s}".formatted(fiftyOne))))
                        .errors())
                .singleElement()
                .extracting(Violation::pointer)
                .isEqualTo("/tags");
    }

    @Test
    void everythingWrongIsToldAtOnce() {
        var problem = refused(() -> TaskRequests.create(json("""
                {"notes":1,"due":{"date":"soon"},"colour":"red"}"""), () -> NEW_ID));

        assertThat(problem.errors())
                .extracting(Violation::pointer)
                .containsExactly("/title", "/notes", "/due/date", "/colour");
    }

    @Test
    void aMoveSaysWhereOrGoesToTheEnd() {
        assertThat(TaskRequests.move(ID, json("{}")).getPlacement()).isEmpty();
        assertThat(TaskRequests.move(ID, json("{\"position\":{\"before\":\"%s\"}}".formatted(NEW_ID)))
                        .getPlacement())
                .contains(new Placement(null, NEW_ID));
        assertThat(refused(() -> TaskRequests.move(
                                ID, json("{\"position\":{\"before\":\"%s\",\"after\":\"%s\"}}".formatted(ID, ID))))
                        .errors())
                .containsExactly(new Violation("/position", "expected either after or before"));
    }

    @Test
    void howATaskRepeatsIsReadWithWhatIsUsual() {
        assertThat(patch(json("{\"recurrence\":{\"rule\":\"FREQ=DAILY\"}}"))
                        .getPatch()
                        .getRecurrence())
                .contains(new RecurrenceRequest(
                        "FREQ=DAILY", RecurrenceBasis.DUE, OccurrenceCreation.ON_COMPLETION, CatchUp.NONE, null));
        assertThat(patch(json("""
                                        {"recurrence":{"rule":"FREQ=DAILY","basis":"due","creation":"on_schedule",
                                         "catchUp":"all"}}""")).getPatch().getRecurrence())
                .contains(new RecurrenceRequest(
                        "FREQ=DAILY", RecurrenceBasis.DUE, OccurrenceCreation.ON_SCHEDULE, CatchUp.ALL, null));
        assertThat(patch(json("{\"recurrence\":null}")).getPatch().getClear()).containsExactly("recurrence");
    }

    @Test
    void datesLeftOutAreSetClearedOrLeftAsTheyAre() {
        assertThat(leftOut("")).isEmpty();
        assertThat(leftOut(",\"exceptDates\":null")).contains(List.of());
        assertThat(leftOut(",\"exceptDates\":[{\"date\":\"2026-12-25\"}]"))
                .contains(List.of(new TaskDate(LocalDate.parse("2026-12-25"), null, null)));
    }

    private static Optional<List<TaskDate>> leftOut(String field) {
        return patch(json("{\"recurrence\":{\"rule\":\"FREQ=DAILY\"%s}}".formatted(field)))
                .getPatch()
                .getRecurrence()
                .orElseThrow()
                .getExceptDates();
    }

    @Test
    void datesLeftOutThatAreNoneAreRefusedWithTheirPlace() {
        assertThat(refused(() -> patch(json("""
                                {"recurrence":{"rule":"FREQ=DAILY",
                                 "exceptDates":[{"date":"2026-12-25"},{"date":"2026-12-32"},"x"]}}"""))).errors())
                .extracting(Violation::pointer)
                .containsExactly("/recurrence/exceptDates/1/date", "/recurrence/exceptDates/2");
        var many = ",{\"date\":\"2026-12-25\"}".repeat(501).substring(1);
        assertThat(refused(() -> patch(json(
                                "{\"recurrence\":{\"rule\":\"FREQ=DAILY\",\"exceptDates\":[%s]}}".formatted(many))))
                        .errors())
                .containsExactly(new Violation("/recurrence/exceptDates", "expected an array of at most 500 dates"));
    }

    @Test
    void aRecurrenceThatIsNotAsAgreedIsRefusedWithItsPlace() {
        assertThat(refused(() -> patch(json("{\"recurrence\":{\"basis\":\"never\",\"every\":1}}")))
                        .errors())
                .extracting(Violation::pointer)
                .containsExactlyInAnyOrder("/recurrence/rule", "/recurrence/basis", "/recurrence/every");
    }

    private static EditTask patch(JsonBody body) {
        return TaskRequests.patch(ID, body, EditScope.THIS, () -> NEW_ID);
    }

    @Test
    void remindersAreAtATimeOrFromADate() {
        var patch = patch(json("""
                {"reminders":[{"at":"2026-11-30T09:00:00+01:00"},
                  {"id":"%s","offset":"-P1DT2H","relativeTo":"start"}]}""".formatted(ID))).getPatch();

        assertThat(patch.getReminders().orElseThrow())
                .containsExactly(
                        new ReminderRequest(NEW_ID, Instant.parse("2026-11-30T08:00:00Z"), null, null),
                        new ReminderRequest(ID, null, "-P1DT2H", RelativeTo.START));
        assertThat(patch(json("{\"reminders\":null}")).getPatch().getClear()).containsExactly("reminders");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"reminders":{}}                                                         | /reminders
            {"reminders":[{}]}                                                       | /reminders/0
            {"reminders":[{"at":"2026-11-30T08:00:00Z","offset":"PT1M"}]}            | /reminders/0
            {"reminders":[{"at":"2026-11-30T08:00"}]}                                | /reminders/0/at
            {"reminders":[{"at":"2026-11-30T08:00:00Z","relativeTo":"due"}]}         | /reminders/0/relativeTo
            {"reminders":[{"offset":"P"}]}                                           | /reminders/0/offset
            {"reminders":[{"offset":"PT"}]}                                          | /reminders/0/offset
            {"reminders":[{"offset":"P1Y"}]}                                         | /reminders/0/offset
            {"reminders":[{"offset":"PT1M","relativeTo":"end"}]}                     | /reminders/0/relativeTo
            {"reminders":[{"offset":"PT1M","state":"pending"}]}                      | /reminders/0/state
            {"reminders":[{"offset":"PT1M"},{"offset":"PT2M"}]}                      | /reminders/1/id
            """)
    void remindersThatAreNoneAreRefused(String body, String pointer) {
        assertThat(refused(() -> patch(json(body))).errors())
                .extracting(Violation::pointer)
                .containsExactly(pointer);
    }
}
