package dev.almanac.api.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.api.quickadd.Setting;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Files of other programs, as Almanac's own JSON. */
class OtherFormatsTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final UUID FILE = new UUID(1, 2);

    @TempDir
    private Path folder;

    @Test
    void todosOfACalendar() throws IOException, MalformedFileException {
        var items = calendar("""
                BEGIN:VCALENDAR
                VERSION:2.0
                X-WR-CALNAME:Home
                BEGIN:VTIMEZONE
                TZID:Europe/Berlin
                END:VTIMEZONE
                BEGIN:VTODO
                UID:a
                SUMMARY:Pay\\, then
                 \\nrest
                DESCRIPTION:One\\nTwo
                DUE;TZID=Europe/Berlin:20261130T090000
                PRIORITY:1
                STATUS:NEEDS-ACTION
                CATEGORIES:home,a\\,b
                CREATED:20260101T000000Z
                BEGIN:VALARM
                TRIGGER;RELATED=END:-PT30M
                ACTION:DISPLAY
                END:VALARM
                BEGIN:VALARM
                TRIGGER;VALUE=DATE-TIME:20261130T070000Z
                ACTION:DISPLAY
                END:VALARM
                END:VTODO
                BEGIN:VTODO
                UID:b
                SUMMARY:Below
                RELATED-TO:a
                STATUS:COMPLETED
                COMPLETED:20260202T000000Z
                DTSTART;VALUE=DATE:20260201
                END:VTODO
                END:VCALENDAR
                """);
        assertThat(items).extracting(Item::kind).containsExactly(Item.Kind.LIST, Item.Kind.TASK, Item.Kind.TASK);
        assertThat(items.get(0).json().get("name").asString()).isEqualTo("Home");
        var pay = items.get(1).json();
        assertThat(pay.get("title").asString()).isEqualTo("Pay, then rest");
        assertThat(pay.get("notes").asString()).isEqualTo("One\nTwo");
        assertThat(pay.get("due").toString())
                .isEqualTo("{\"dateTime\":\"2026-11-30T09:00:00\",\"timeZone\":\"Europe/Berlin\"}");
        assertThat(pay.get("priority").asString()).isEqualTo("urgent");
        assertThat(pay.get("tags").toString()).isEqualTo("[\"home\",\"a,b\"]");
        assertThat(pay.get("reminders").toString())
                .isEqualTo("[{\"offset\":\"-PT30M\"},{\"at\":\"2026-11-30T07:00:00Z\"}]");
        var below = items.get(2).json();
        assertThat(below.get("parentId")).isEqualTo(pay.get("id"));
        assertThat(below.get("status").asString()).isEqualTo("completed");
        assertThat(below.get("completedAt").asString()).isEqualTo("2026-02-02T00:00:00Z");
        assertThat(below.get("start").get("date").asString()).isEqualTo("2026-02-01");
    }

    @Test
    void aSeriesOfACalendarIsItsNextOccurrenceAndThoseToldByThemselves() throws IOException, MalformedFileException {
        var items = calendar("""
                BEGIN:VCALENDAR
                BEGIN:VTODO
                UID:s
                RECURRENCE-ID;VALUE=DATE:20261101
                SUMMARY:Water
                STATUS:COMPLETED
                END:VTODO
                BEGIN:VTODO
                UID:s
                SUMMARY:Water
                DTSTART;VALUE=DATE:20261101
                RRULE:FREQ=WEEKLY;COUNT=4
                EXDATE;VALUE=DATE:20261108
                END:VTODO
                END:VCALENDAR
                """);
        var done = items.get(0).json();
        var next = items.get(1).json();
        assertThat(done.get("occurrence").get("date").asString()).isEqualTo("2026-11-01");
        assertThat(done.has("recurrence")).isFalse();
        assertThat(next.get("due").get("date").asString()).isEqualTo("2026-11-15");
        assertThat(next.get("recurrence").get("anchor").get("date").asString()).isEqualTo("2026-11-01");
        assertThat(next.get("recurrence").get("generated").asInt()).isEqualTo(3);
        assertThat(next.get("seriesId")).isEqualTo(done.get("seriesId"));
    }

    @Test
    void datesOfASeriesMayBeToldAsMoments() throws IOException, MalformedFileException {
        var items = calendar("""
                BEGIN:VCALENDAR
                BEGIN:VTODO
                UID:s
                RECURRENCE-ID:20261024T070000Z
                SUMMARY:Watered
                DUE;TZID=Europe/Berlin:20261024T120000
                STATUS:COMPLETED
                END:VTODO
                BEGIN:VTODO
                UID:s
                SUMMARY:Water
                DTSTART;TZID=Europe/Berlin:20261024T090000
                RRULE:FREQ=DAILY
                EXDATE:20261025T080000Z,20261026T080000Z
                END:VTODO
                END:VCALENDAR
                """);
        assertThat(items.get(0).json().get("occurrence").toString())
                .isEqualTo("{\"dateTime\":\"2026-10-24T09:00:00\",\"timeZone\":\"Europe/Berlin\"}");
        assertThat(items.get(0).json().get("due").get("dateTime").asString()).isEqualTo("2026-10-24T12:00:00");
        assertThat(items.get(1).json().get("due").get("dateTime").asString()).isEqualTo("2026-10-27T09:00:00");
        assertThat(items.get(1).json().get("recurrence").get("generated").asInt())
                .isEqualTo(4);
    }

    @Test
    void datesToComeThatAreLeftOutOrToldByThemselvesDoNotCome() throws IOException, MalformedFileException {
        var items = calendar("""
                BEGIN:VCALENDAR
                BEGIN:VTODO
                UID:s
                SUMMARY:Water
                DTSTART;TZID=Europe/Berlin:20261101T090000
                RRULE:FREQ=WEEKLY;COUNT=9
                EXDATE;TZID=Europe/Berlin:20261213T090000,20261101T090000
                EXDATE:20261122T080000Z
                EXDATE;VALUE=DATE:20261129
                END:VTODO
                BEGIN:VTODO
                UID:s
                RECURRENCE-ID;TZID=Europe/Berlin:20261206T090000
                SUMMARY:Water
                DUE;TZID=Europe/Berlin:20261207T180000
                END:VTODO
                END:VCALENDAR
                """);
        var next = items.get(0).json();
        assertThat(next.get("due").get("dateTime").asString()).isEqualTo("2026-11-08T09:00:00");
        assertThat(next.get("recurrence").get("exceptDates").toString())
                .isEqualTo("[{\"dateTime\":\"2026-11-22T09:00:00\",\"timeZone\":\"Europe/Berlin\"},"
                        + "{\"dateTime\":\"2026-12-06T09:00:00\",\"timeZone\":\"Europe/Berlin\"},"
                        + "{\"dateTime\":\"2026-12-13T09:00:00\",\"timeZone\":\"Europe/Berlin\"}]");
        var moved = items.get(1).json();
        assertThat(moved.get("seriesId")).isEqualTo(next.get("seriesId"));
        assertThat(moved.get("occurrence").get("dateTime").asString()).isEqualTo("2026-12-06T09:00:00");
        assertThat(moved.get("due").get("dateTime").asString()).isEqualTo("2026-12-07T18:00:00");
    }

    @Test
    void aSeriesOfWhichNothingIsLeftIsNone() throws IOException, MalformedFileException {
        assertThat(calendar("""
                BEGIN:VCALENDAR
                BEGIN:VTODO
                UID:s
                SUMMARY:Water
                DTSTART;VALUE=DATE:20261101
                RRULE:FREQ=WEEKLY;COUNT=2
                EXDATE;VALUE=DATE:20261101,20261108
                END:VTODO
                END:VCALENDAR
                """)).isEmpty();
    }

    @Test
    void aProjectOfTodoist() throws IOException, MalformedFileException {
        var setting = new Setting(Instant.parse("2026-11-24T09:00:00Z"), BERLIN, true, Optional.empty(), List.of());
        var csv = """
                TYPE,CONTENT,DESCRIPTION,PRIORITY,INDENT,AUTHOR,RESPONSIBLE,DATE,DATE_LANG,TIMEZONE
                meta,view_style=list,,,,,,,,
                task,Pay rent @home,Notes,1,1,,,every month on the 31st,en,Europe/Berlin
                task,Below,,4,2,,,,,
                note,Said so,,,,,,,,
                section,Later,,,,,,,,
                task,Far,,2,1,,,someday,en,
                """;
        var items = read(new TodoistCsv(FILE, setting), csv);
        var rent = items.get(0).json();
        assertThat(rent.get("title").asString()).isEqualTo("Pay rent");
        assertThat(rent.get("tags").toString()).isEqualTo("[\"home\"]");
        assertThat(rent.get("priority").asString()).isEqualTo("urgent");
        assertThat(rent.get("due").get("date").asString()).isEqualTo("2026-11-30");
        assertThat(rent.get("recurrence").get("rule").asString()).startsWith("FREQ=MONTHLY;BYMONTHDAY=31");
        assertThat(items.get(1).json().get("parentId")).isEqualTo(rent.get("id"));
        assertThat(items.get(2).json().get("taskId"))
                .isEqualTo(items.get(1).json().get("id"));
        assertThat(items.get(3).json().get("name").asString()).isEqualTo("Later");
        assertThat(items.get(4).json().get("listId"))
                .isEqualTo(items.get(3).json().get("id"));
        assertThat(items.get(4).json().get("notes").asString())
                .as("what is not understood is kept")
                .isEqualTo("someday");
        assertThat(items.get(4).number()).isEqualTo(7);
    }

    @Test
    void projectsOfVikunja() throws IOException, MalformedFileException {
        var items = read(new VikunjaJson(JSON, BERLIN), """
                [{"id":1,"title":"Home","views":[{}],"tasks":[
                  {"id":7,"title":"Pay rent","description":"<p>x</p>","done":false,"done_at":"0001-01-01T00:00:00Z",
                   "due_date":"2026-11-30T08:00:00Z","priority":5,"labels":[{"id":1,"title":"money"}],
                   "reminders":[{"reminder":"2026-11-30T07:00:00Z","relative_period":-3600,"relative_to":"due_date"}],
                   "repeat_after":1209600,"repeat_mode":2,"created":"2026-01-01T00:00:00Z",
                   "comments":[{"id":3,"comment":"said","created":"2026-01-02T00:00:00Z"}]},
                  {"id":8,"title":"Below","done":true,"done_at":"2026-02-01T00:00:00Z",
                   "related_tasks":{"parenttask":[{"id":7}]}}]},
                 {"id":2,"title":"Empty","tasks":null}]
                """);
        assertThat(items)
                .extracting(Item::kind)
                .containsExactly(Item.Kind.LIST, Item.Kind.TASK, Item.Kind.COMMENT, Item.Kind.TASK);
        var rent = items.get(1).json();
        assertThat(rent.get("due").get("dateTime").asString()).isEqualTo("2026-11-30T09:00");
        assertThat(rent.get("priority").asString()).isEqualTo("urgent");
        assertThat(rent.get("tags").toString()).isEqualTo("[\"money\"]");
        assertThat(rent.get("reminders").toString()).isEqualTo("[{\"offset\":\"-PT1H\"}]");
        assertThat(rent.get("recurrence").toString())
                .isEqualTo("{\"rule\":\"FREQ=WEEKLY;INTERVAL=2\",\"basis\":\"completion\"}");
        assertThat(rent.has("completedAt")).isFalse();
        assertThat(items.get(3).json().get("parentId")).isEqualTo(rent.get("id"));
        assertThat(items.get(3).json().get("completedAt").asString()).isEqualTo("2026-02-01T00:00:00Z");
    }

    private List<Item> calendar(String text) throws IOException, MalformedFileException {
        var ics = text.replace("\n", "\r\n");
        var file = Files.writeString(folder.resolve("calendar.ics"), ics);
        return read(new CalendarFile(file, new CalendarDates("Europe/Berlin")), ics);
    }

    private static List<Item> read(Source source, String text) throws IOException, MalformedFileException {
        List<Item> items = new ArrayList<>();
        source.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), items::add);
        return items;
    }
}
