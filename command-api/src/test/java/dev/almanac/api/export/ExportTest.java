package dev.almanac.api.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.api.support.ReadSliceTest;
import dev.almanac.api.support.TestWorkspace;
import dev.almanac.schemas.json.AvroJson;
import dev.almanac.schemas.model.CatchUp;
import dev.almanac.schemas.model.OccurrenceCreation;
import dev.almanac.schemas.model.Priority;
import dev.almanac.schemas.model.Recurrence;
import dev.almanac.schemas.model.RecurrenceBasis;
import dev.almanac.schemas.model.RelativeTo;
import dev.almanac.schemas.model.Reminder;
import dev.almanac.schemas.model.ReminderState;
import dev.almanac.schemas.model.Task;
import dev.almanac.schemas.model.TaskDate;
import dev.almanac.schemas.model.TaskStatus;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@TestPropertySource(properties = {"almanac.export.fetch-size=7", "almanac.sync.max-wait=200ms"})
class ExportTest extends ReadSliceTest {
    @Test
    void jsonIsEverythingAsItIs() {
        List<Task> tasks =
                IntStream.range(0, 60).mapToObj(i -> home.task("task " + i)).toList();
        var gone = home.edit(tasks.getFirst(), it -> it.setDeletedAt(TestWorkspace.EPOCH));
        var comment = home.comment(tasks.get(1), "so it is");
        home.project();

        var answer = ada.get("/workspaces/" + home.id() + "/export", "Sync-Token", Long.toString(home.seq()));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.syncToken()).isEqualTo(home.seq());
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"almanac.json\"");
        var file = answer.json();
        assertThat(file.get("workspace").get("id").asString())
                .isEqualTo(home.id().toString());
        assertThat(file.get("members")).hasSize(1);
        assertThat(file.get("lists")).hasSize(1);
        assertThat(file.get("tasks")).hasSize(60).contains(json(gone)).contains(json(tasks.get(59)));
        assertThat(file.get("comments").get(0).get("text").asString()).isEqualTo(comment.getText());
    }

    @Test
    void aWorkspaceOfNothingIsAWholeFileToo() {
        var file = ada.get("/workspaces/" + home.id() + "/export").json();
        assertThat(file.get("tasks")).isEmpty();
        assertThat(file.get("comments")).isEmpty();
    }

    @Test
    void csvIsTheTasksOutsideTheTrash() {
        home.task(
                "Say \"hi\", loudly\n",
                it -> it.setPriority(Priority.HIGH)
                        .setTags(List.of("a,b", "c"))
                        .setDue(new TaskDate(LocalDate.parse("2026-11-30"), null, "Europe/Berlin")));
        home.task("=1+1");
        home.edit(home.task("gone"), it -> it.setDeletedAt(TestWorkspace.EPOCH));
        home.project();

        var answer = ada.get("/workspaces/" + home.id() + "/export?format=csv");

        assertThat(answer.headers().firstValue("Content-Type")).contains("text/csv;charset=utf-8;header=present");
        assertThat(answer.text())
                .startsWith("id,parentId,list,title,")
                .contains(",Inbox,\"Say \"\"hi\"\", loudly\n\",,open,high,\"a\\,b,c\",,,2026-11-30,Europe/Berlin,")
                .contains(",'=1+1,")
                .doesNotContain("gone");
    }

    @Test
    void aCalendarIsTheTasksOutsideTheTrash() {
        var due = new TaskDate(null, LocalDateTime.parse("2026-11-30T09:00"), "Europe/Berlin");
        home.task(
                "Pay, then rest",
                it -> it.setPriority(Priority.URGENT)
                        .setTags(List.of("a,b"))
                        .setDue(due)
                        .setReminders(List.of(new Reminder(
                                UUID.randomUUID(),
                                null,
                                "-PT30M",
                                RelativeTo.DUE,
                                ReminderState.PENDING,
                                null,
                                null,
                                null,
                                false)))
                        .setRecurrence(new Recurrence(
                                "FREQ=WEEKLY;COUNT=5",
                                RecurrenceBasis.DUE,
                                OccurrenceCreation.ON_COMPLETION,
                                CatchUp.NONE,
                                due,
                                3L,
                                null,
                                null,
                                List.of(new TaskDate(null, LocalDateTime.parse("2026-12-07T09:00"), "Europe/Berlin"))))
                        .setOccurrence(due));
        home.edit(home.task("gone"), it -> it.setDeletedAt(TestWorkspace.EPOCH));
        home.project();

        assertThat(calendar())
                .startsWith("BEGIN:VCALENDAR\r\n")
                .endsWith("END:VCALENDAR\r\n")
                .contains("SUMMARY:Pay\\, then rest\r\n")
                .contains("DTSTART;TZID=Europe/Berlin:20261130T090000\r\n")
                .contains("RRULE:FREQ=WEEKLY;COUNT=3\r\n")
                .contains("EXDATE;TZID=Europe/Berlin:20261207T090000\r\n")
                .contains("CATEGORIES:a\\,b\r\n")
                .contains("PRIORITY:1\r\n")
                .contains("-PT30M\r\n")
                .contains("X-ALMANAC-LIST:Inbox\r\n")
                .contains("BEGIN:VTIMEZONE\r\nTZID:Europe/Berlin\r\n")
                .doesNotContain("gone");
    }

    @Test
    void aSeriesIsToldWithAllThatCameOfIt() {
        var series = UUID.randomUUID();
        var anchor = day("2026-11-02");
        var next = home.task(
                "Clean",
                it -> it.setSeriesId(series)
                        .setOccurrence(day("2026-11-30"))
                        .setDue(day("2026-11-30"))
                        .setRecurrence(weekly(anchor, 5, null)));
        home.task("Clean below", it -> it.setParentId(next.getId()));
        home.task("Cleaned", it -> past(it, series, "2026-11-02", next).setStatus(TaskStatus.COMPLETED));
        home.task("Cleaned late", it -> past(it, series, "2026-11-16", next).setDue(day("2026-11-18")));
        var above = home.task("Cleaned together", it -> past(it, series, "2026-11-23", next));
        home.task("by us", it -> it.setParentId(above.getId()));
        home.project();

        var todos = calendar().split("BEGIN:VTODO\r\n");
        assertThat(todo(todos, "Clean"))
                .contains("UID:" + series)
                .contains("DTSTART;VALUE=DATE:20261102\r\n", "RRULE:FREQ=WEEKLY;COUNT=9\r\n")
                .contains("EXDATE;VALUE=DATE:20261109,20261123\r\n")
                .doesNotContain("RECURRENCE-ID", "DUE");
        assertThat(todo(todos, "Clean below")).contains("RELATED-TO;RELTYPE=PARENT:" + series);
        assertThat(todo(todos, "Cleaned"))
                .contains("UID:" + series, "RECURRENCE-ID;VALUE=DATE:20261102\r\n", "STATUS:COMPLETED");
        assertThat(todo(todos, "Cleaned late"))
                .contains("RECURRENCE-ID;VALUE=DATE:20261116\r\n", "DUE;VALUE=DATE:20261118\r\n");
        assertThat(todo(todos, "Cleaned together"))
                .as("what has tasks below it has a UID of its own")
                .contains("UID:" + above.getId())
                .doesNotContain("RECURRENCE-ID");
        assertThat(todo(todos, "by us")).contains("RELATED-TO;RELTYPE=PARENT:" + above.getId());
    }

    @Test
    void datesToComeThatASeriesLeavesOutAreToldToo() {
        var series = UUID.randomUUID();
        home.task(
                "Clean",
                it -> it.setSeriesId(series)
                        .setOccurrence(day("2026-11-09"))
                        .setDue(day("2026-11-09"))
                        .setRecurrence(weekly(day("2026-11-02"), 2, null, day("2026-11-23"), day("2026-12-07"))));
        home.task(
                "Clean later",
                it -> it.setSeriesId(series).setOccurrence(day("2026-12-07")).setDue(day("2026-12-08")));
        home.project();

        var todos = calendar().split("BEGIN:VTODO\r\n");
        assertThat(todo(todos, "Clean"))
                .contains("DTSTART;VALUE=DATE:20261102\r\n")
                .contains("EXDATE;VALUE=DATE:20261102,20261123\r\n");
        assertThat(todo(todos, "Clean later"))
                .contains("UID:" + series, "RECURRENCE-ID;VALUE=DATE:20261207\r\n", "DUE;VALUE=DATE:20261208\r\n");
    }

    @Test
    void aSeriesWithATimeOfDayIsToldInItsZone() {
        var series = UUID.randomUUID();
        home.task(
                "Stretch",
                it -> it.setSeriesId(series)
                        .setOccurrence(at("2026-11-05T07:30"))
                        .setDue(at("2026-11-05T07:30"))
                        .setRecurrence(weekly(at("2026-10-22T07:30"), 3, null)));
        home.project();

        assertThat(calendar())
                .contains("DTSTART;TZID=Europe/Berlin:20261022T073000\r\n")
                .contains("EXDATE;TZID=Europe/Berlin:20261022T073000,20261029T073000\r\n");
    }

    /** The workspace as iCalendar, its lines unfolded. */
    private String calendar() {
        return ada.get("/workspaces/" + home.id() + "/export?format=ics").text().replace("\r\n ", "");
    }

    private static TaskDate at(String time) {
        return new TaskDate(null, LocalDateTime.parse(time), "Europe/Berlin");
    }

    @Test
    void aSeriesThatWasMovedIsToldFromItsNextOccurrenceOn() {
        var series = UUID.randomUUID();
        var next = home.task(
                "Clean",
                it -> it.setSeriesId(series)
                        .setOccurrence(day("2026-11-09"))
                        .setDue(day("2026-11-10"))
                        .setRecurrence(weekly(day("2026-11-02"), 2, null)));
        home.task("Cleaned", it -> past(it, series, "2026-11-02", next));
        home.project();

        var todos = calendar().split("BEGIN:VTODO\r\n");
        assertThat(todo(todos, "Clean"))
                .contains("UID:" + next.getId(), "DTSTART;VALUE=DATE:20261109\r\n", "RRULE:FREQ=WEEKLY;COUNT=8\r\n");
        assertThat(todo(todos, "Cleaned")).doesNotContain("RECURRENCE-ID");
    }

    private static String todo(String[] todos, String title) {
        return Arrays.stream(todos)
                .filter(todo -> todo.contains("SUMMARY:" + title + "\r\n"))
                .findFirst()
                .orElseThrow();
    }

    private static Task.Builder past(Task.Builder task, UUID series, String day, Task next) {
        return task.setSeriesId(series)
                .setOccurrence(day(day))
                .setDue(day(day))
                .setStatus(TaskStatus.CANCELLED)
                .setRecurrence(weekly(day("2026-11-02"), 1, next.getId()));
    }

    private static Recurrence weekly(
            TaskDate anchor, long generated, @Nullable UUID successor, TaskDate... exceptDates) {
        return new Recurrence(
                "FREQ=WEEKLY;COUNT=9",
                RecurrenceBasis.DUE,
                OccurrenceCreation.ON_COMPLETION,
                CatchUp.NONE,
                anchor,
                generated,
                null,
                successor,
                List.of(exceptDates));
    }

    private static TaskDate day(String day) {
        return new TaskDate(LocalDate.parse(day), null, "Europe/Berlin");
    }

    @Test
    void whoIsNoMemberGetsNothing() {
        var answer = client("eve").get("/workspaces/" + home.id() + "/export");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(ada.get("/workspaces/" + UUID.randomUUID() + "/export").status())
                .isEqualTo(404);
    }

    @Test
    void aFormatThatIsNoneIsRefused() {
        assertThat(ada.get("/workspaces/" + home.id() + "/export?format=xml").status())
                .isEqualTo(400);
    }

    @Test
    void whatIsNotThereYetIsWaitedFor() {
        var answer = ada.get("/workspaces/" + home.id() + "/export", "Sync-Token", Long.toString(home.seq() + 1));
        assertThat(answer.status()).isEqualTo(503);
    }

    private static JsonNode json(Task task) {
        return JsonMapper.shared().readTree(AvroJson.toBytes(task));
    }
}
