package dev.almanac.endtoend.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.endtoend.client.Client;
import dev.almanac.endtoend.client.Reply;
import dev.almanac.endtoend.client.Workspace;
import dev.almanac.endtoend.system.OnTheRunningSystem;
import dev.almanac.endtoend.system.RunningSystem;
import dev.almanac.schemas.id.Ids;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A workspace as a file, and the file as another workspace. */
@OnTheRunningSystem
@Order(13)
class TransferFlowTest {
    private static final int TASKS = 3_000;
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Client ada;
    private final Workspace from;
    private final Workspace to;

    TransferFlowTest(RunningSystem system) {
        this.ada = system.client("ada");
        this.from = ada.newWorkspace("From");
        this.to = ada.newWorkspace("To");
    }

    @Test
    void everythingIsInTheOtherWorkspaceAsItWas() {
        done(from, tasksOfAllKinds());
        String file = exported(from, "json", live());
        JsonNode first = done(to, file);
        JsonNode again = done(to, file);

        JsonNode there = JSON.readTree(file);
        JsonNode here =
                JSON.readTree(exported(to, "json", again.get("syncToken").asString()));
        assertThat(first.get("made").asInt()).isEqualTo(things(there) - 1);
        assertThat(again.get("made").asInt()).as("sent twice, it is there once").isZero();
        assertThat(there.get("tasks")).hasSizeGreaterThanOrEqualTo(TASKS);
        for (String section : List.of("lists", "tasks", "comments")) {
            assertThat(plain(here.get(section), Map.of()))
                    .as(section)
                    .containsExactlyInAnyOrderElementsOf(plain(there.get(section), inTheOther(there)));
        }
    }

    @Test
    void aTableIsAlsoOne() {
        JsonNode made = done(
                from, "{\"tasks\":[" + task(0, "\"due\":{\"date\":\"2030-01-31\"},\"tags\":[\"a,b\",\"c\"]") + "]}");
        String table = exported(from, "csv", made.get("syncToken").asString());
        JsonNode taken = last(to.post("/import", table, "Content-Type", "text/csv"));
        JsonNode task = to.tasks(taken.get("syncToken").asLong()).getFirst();
        assertThat(task.get("title").asString()).isEqualTo("task 0");
        assertThat(task.get("due").get("date").asString()).isEqualTo("2030-01-31");
        assertThat(task.get("tags").valueStream().map(JsonNode::asString)).containsExactly("a,b", "c");
    }

    @Test
    void whatASeriesLeavesOutStaysLeftOutInACalendar() {
        String calendar = """
                BEGIN:VCALENDAR
                VERSION:2.0
                BEGIN:VTODO
                UID:moss
                SUMMARY:Water the moss
                DTSTART;VALUE=DATE:20310301
                RRULE:FREQ=DAILY;COUNT=6
                EXDATE;VALUE=DATE:20310302
                END:VTODO
                BEGIN:VTODO
                UID:moss
                RECURRENCE-ID;VALUE=DATE:20310304
                SUMMARY:Water the moss late
                DUE;VALUE=DATE:20310310
                END:VTODO
                END:VCALENDAR
                """.replace("\n", "\r\n");
        JsonNode first = last(from.post("/import", calendar, "Content-Type", "text/calendar"));
        isWateredOnTheOtherDays(from, first);

        String exported = exported(from, "ics", first.get("syncToken").asString());
        assertThat(exported)
                .contains("EXDATE;VALUE=DATE:20310302\r\n")
                .contains("RECURRENCE-ID;VALUE=DATE:20310304\r\n");
        isWateredOnTheOtherDays(to, last(to.post("/import", exported, "Content-Type", "text/calendar")));
    }

    private static void isWateredOnTheOtherDays(Workspace workspace, JsonNode imported) {
        List<JsonNode> tasks = workspace.tasks(imported.get("syncToken").asLong());
        assertThat(tasks)
                .extracting(task -> task.get("due").get("date").asString())
                .containsExactlyInAnyOrder("2031-03-01", "2031-03-10");
        JsonNode leading = tasks.stream()
                .filter(task -> task.has("recurrence"))
                .findFirst()
                .orElseThrow();
        JsonNode told = workspace
                .get("/tasks/" + leading.get("id").asString() + "/occurrences")
                .expect(200)
                .json();
        assertThat(told.get("occurrences")
                        .valueStream()
                        .map(each -> each.get("due").get("date").asString()))
                .containsExactly("2031-03-03", "2031-03-05", "2031-03-06");
        assertThat(told.get("ended").booleanValue()).isTrue();
    }

    @Test
    void nothingIsTakenOfAFileWithAFaultInIt() {
        Reply refused = to.post("/import", "{\"tasks\":[" + task(0, "\"notes\":\"x\"") + "," + task(1, """
                        "due":{"date":"2030-01-31"},"recurrence":{"rule":"FREQ=OFTEN"}""") + "]}")
                .expect(400);
        assertThat(refused.pointers()).containsExactly("/tasks/1/recurrence/rule");
        assertThat(to.tasks(0)).isEmpty();
    }

    /** About everything that a task can have. */
    private static String tasksOfAllKinds() {
        String lists = IntStream.range(0, 3)
                .mapToObj(i ->
                        "{\"id\":\"%s\",\"name\":\"list %d\",\"color\":\"#00ff0%d\"}".formatted(id("list", i), i, i))
                .collect(Collectors.joining(","));
        String tasks =
                IntStream.range(0, TASKS).mapToObj(i -> task(i, fields(i))).collect(Collectors.joining(",\n"));
        String comments = IntStream.range(0, TASKS / 10)
                .mapToObj(i ->
                        "{\"id\":\"%s\",\"taskId\":\"%s\",\"text\":\"comment %d\",\"createdAt\":\"2026-01-02T03:04:05.678Z\"}"
                                .formatted(id("comment", i), id("task", i), i))
                .collect(Collectors.joining(","));
        return "{\"lists\":[%s],\"tasks\":[%s],\"comments\":[%s]}".formatted(lists, tasks, comments);
    }

    private static String fields(int i) {
        List<String> fields = new ArrayList<>();
        fields.add("\"createdAt\":\"2026-01-01T00:00:00.%03dZ\"".formatted(i % 1000));
        fields.add("\"priority\":\"%s\""
                .formatted(List.of("none", "low", "medium", "high", "urgent").get(i % 5)));
        if (i % 10 == 1 && (i - 1) % 7 != 3) {
            fields.add("\"parentId\":\"%s\"".formatted(id("task", i - 1)));
        }
        fields.add("\"listId\":\"%s\"".formatted(id("list", (i / 10) % 3)));
        switch (i % 7) {
            case 0 ->
                fields.add("\"notes\":\"**notes** of %d, “quoted” 🥛\",\"tags\":[\"a\",\"Ä %d\"]".formatted(i, i));
            case 1 -> fields.add("\"status\":\"completed\",\"completedAt\":\"2026-02-01T00:00:00Z\"");
            case 2 ->
                fields.add("\"due\":{\"dateTime\":\"2031-01-31T09:00\",\"timeZone\":\"Europe/Berlin\"},"
                        + "\"start\":{\"date\":\"2031-01-01\",\"timeZone\":\"Asia/Tokyo\"},\"estimate\":\"PT45M\","
                        + "\"reminders\":[{\"offset\":\"-PT30M\"},{\"at\":\"2031-01-05T08:00:00Z\"}]");
            case 3 -> fields.add("\"deletedAt\":\"2026-11-01T00:00:00Z\"");
            case 4 -> fields.add("\"status\":\"cancelled\"");
            case 5 -> {
                if (i % 10 != 1) {
                    fields.add(
                            "\"due\":{\"date\":\"2031-01-31\"},\"recurrence\":{\"rule\":\"FREQ=MONTHLY;BYMONTHDAY=-1\","
                                    + "\"exceptDates\":[{\"date\":\"2031-02-28\"},{\"date\":\"2031-04-30\"}]}");
                }
            }
            default -> {
                // As plain as can be.
            }
        }
        return String.join(",", fields);
    }

    private static String task(int i, String fields) {
        return "{\"id\":\"%s\",\"title\":\"task %d\",%s}".formatted(id("task", i), i, fields);
    }

    private static UUID id(String kind, int i) {
        return Ids.v5(Ids.SYSTEM, kind + i);
    }

    /**
     * What only a task that has lived has: a series that went on, an edit, a deletion.
     *
     * @return the sync token of the last
     */
    private String live() {
        Reply repeats = from.post("/tasks", """
                {"title":"Clean","due":{"date":"2031-03-01"},"recurrence":{"rule":"FREQ=WEEKLY;COUNT=9"},
                 "reminders":[{"offset":"PT9H"}]}""").expect(201);
        Reply completed = from.post("/tasks/" + repeats.id() + "/complete").expect(200);
        String next = completed.json().get("recurrence").get("successor").asString();
        from.patch("/tasks/" + next, "{\"title\":\"Clean well\"}").expect(200);
        Reply moved = from.task("Moved");
        from.post("/tasks/" + moved.id() + "/move", "{\"position\":{\"before\":\"" + next + "\"}}")
                .expect(200);
        return from.delete("/tasks/" + from.task("Gone").id()).expect(200).header("Sync-Token");
    }

    private static String exported(Workspace workspace, String format, String token) {
        return workspace
                .get("/export?format=" + format, "Sync-Token", token)
                .expect(200)
                .text();
    }

    private static JsonNode done(Workspace workspace, String file) {
        return last(workspace.post("/import", file));
    }

    private static JsonNode last(Reply reply) {
        JsonNode last = JSON.readTree(reply.expect(200).text().lines().toList().getLast());
        assertThat(last.get("state").asString()).as(last.toString()).isEqualTo("done");
        return last;
    }

    private static int things(JsonNode file) {
        return file.get("lists").size()
                + file.get("tasks").size()
                + file.get("comments").size();
    }

    /** The ids of the file's things as they are in the other workspace. */
    private Map<String, String> inTheOther(JsonNode file) {
        Map<String, String> ids = new HashMap<>();
        for (String section : List.of("lists", "tasks", "comments")) {
            for (JsonNode thing : file.get(section)) {
                for (String field : List.of("id", "seriesId")) {
                    thing.path(field)
                            .asStringOpt()
                            .ifPresent(id ->
                                    ids.put(id, Ids.v5(to.id(), "import/" + id).toString()));
                }
            }
        }
        ids.put(Ids.inbox(from.id()).toString(), Ids.inbox(to.id()).toString());
        return ids;
    }

    /** All of the things but what is the workspace's own, with other ids. The inbox is there by itself. */
    private static List<String> plain(JsonNode things, Map<String, String> ids) {
        return things.valueStream()
                .filter(thing -> !thing.path("name").asString("").equals("Inbox"))
                .map(thing -> ((ObjectNode) thing.deepCopy()).remove(List.of("workspaceId", "version", "seq")))
                .map(thing -> ID.matcher(thing.toString())
                        .replaceAll(id -> Matcher.quoteReplacement(ids.getOrDefault(id.group(), id.group()))))
                .toList();
    }
}
