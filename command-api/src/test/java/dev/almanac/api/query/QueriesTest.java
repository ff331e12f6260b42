package dev.almanac.api.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.api.support.ApiClient;
import dev.almanac.api.support.ApiClient.Answer;
import dev.almanac.api.support.ReadSliceTest;
import dev.almanac.api.support.TestWorkspace;
import dev.almanac.schemas.id.Ids;
import dev.almanac.schemas.json.AvroJson;
import dev.almanac.schemas.model.Priority;
import dev.almanac.schemas.model.Role;
import dev.almanac.schemas.model.Task;
import dev.almanac.schemas.model.TaskDate;
import dev.almanac.schemas.model.TaskStatus;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The queries over HTTP, on rows as the projection writes them. */
class QueriesTest extends ReadSliceTest {
    @Test
    void whoIsNoMemberFindsNothing() {
        var eve = client("eve");
        var task = home.task("secret");
        home.project();
        for (var path : List.of(
                "", "/lists", "/lists/" + home.inbox(), "/tasks", "/tasks/" + task.getId() + "/comments", "/changes")) {
            var answer = eve.get("/workspaces/" + home.id() + path);
            assertThat(answer.status()).as(path).isEqualTo(404);
            assertThat(answer.problem()).isEqualTo("not-found");
            assertThat(ada.get("/workspaces/" + home.id() + path).status()).isEqualTo(200);
            assertThat(ada.get("/workspaces/" + UUID.randomUUID() + path).status())
                    .isEqualTo(404);
        }
    }

    @Test
    void aViewerReadsAndOnceRemovedDoesNot() {
        var bob = client("bob");
        var member = home.member(bob.userId(), Role.VIEWER);
        home.project();
        assertThat(tasks(bob, "").status()).isEqualTo(200);
        home.remove(member);
        home.project();
        assertThat(tasks(bob, "").status()).isEqualTo(404);
    }

    @Test
    void theStateOfATaskIsPassedOnAsItIs() {
        var task = home.task(
                "Ä \"quoted\" \\ 日本\u2028",
                fields -> fields.setNotes("line\nline").setTags(List.of("Ü")));
        home.project();
        assertThat(tasks(ada, "").text()).isEqualTo("{\"items\":[" + json(task) + "],\"next\":null}");
    }

    @Test
    void anAnswerTellsTheSeqThatItShows() {
        home.task("one");
        home.project();
        home.task("two");
        assertThat(tasks(ada, "").syncToken()).isEqualTo(4);
        assertThat(ada.get("/workspaces/" + home.id() + "/lists").syncToken()).isEqualTo(4);
    }

    @Test
    void theTrashIsApart() {
        var kept = home.task("kept");
        var first = home.edit(home.task("first"), task -> task.setDeletedAt(TestWorkspace.EPOCH));
        var second = home.edit(home.task("second"), task -> task.setDeletedAt(TestWorkspace.EPOCH));
        home.project();
        assertThat(tasks(ada, "").items("id")).containsExactly(kept.getId().toString());
        assertThat(tasks(ada, "?trash=false").items("id"))
                .containsExactly(kept.getId().toString());
        assertThat(tasks(ada, "?trash=true").items("id"))
                .as("the latest first")
                .containsExactly(second.getId().toString(), first.getId().toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "position",
                "-position",
                "priority",
                "-priority",
                "due",
                "-due",
                "created",
                "-created",
                "updated",
                "title",
                "-title",
                "completed",
                "-completed",
                "status,-start",
                "list,-assignee",
                "assignee",
                "priority,-due",
                "-priority,due,title",
                "status-is-no-key"
            })
    void pagesTogetherAreTheWholeListInOrder(String sort) {
        var random = new Random(7);
        var all = IntStream.range(0, 40).mapToObj(number -> randomTask(random)).toList();
        home.project();
        if (sort.equals("status-is-no-key")) {
            assertThat(tasks(ada, "?sort=" + sort).problem()).isEqualTo("validation");
            return;
        }
        var whole = tasks(ada, "?limit=200&sort=" + sort).items("id");
        assertThat(whole).hasSize(all.size()).doesNotHaveDuplicates();
        assertThat(pages("?limit=7&sort=" + sort)).isEqualTo(whole);
    }

    @Test
    void whatHasNoValueComesLast() {
        var never = home.task("never");
        var late = home.task("late", task -> task.setDue(day("2026-12-24")));
        var soon = home.task("soon", task -> task.setDue(day("2026-12-01")));
        home.project();
        assertThat(tasks(ada, "?sort=due").items("title")).containsExactly("soon", "late", "never");
        assertThat(tasks(ada, "?sort=-due").items("title")).containsExactly("late", "soon", "never");
        assertThat(List.of(never, late, soon)).extracting(Task::getVersion).containsOnly(1L);
    }

    @Test
    void prioritiesAreComparedByRankAndTitlesByTheirLetters() {
        home.task("zebra", task -> task.setPriority(Priority.LOW));
        home.task("Éclair", task -> task.setPriority(Priority.URGENT));
        home.task("apple", task -> task.setPriority(Priority.MEDIUM));
        home.task("Fig", task -> task.setPriority(Priority.HIGH));
        home.project();
        assertThat(tasks(ada, "?sort=-priority").items("title")).containsExactly("Éclair", "Fig", "apple", "zebra");
        assertThat(tasks(ada, "?sort=title").items("title")).containsExactly("apple", "Éclair", "Fig", "zebra");
    }

    @Test
    void writesMeanwhileNeitherRepeatNorHideWhatTheyDoNotMove() {
        var tasks = IntStream.range(0, 20)
                .mapToObj(number -> home.task("task " + number))
                .toList();
        home.project();
        var seen = new ArrayList<String>();
        var page = tasks(ada, "?limit=5");
        for (var round = 0; ; round++) {
            seen.addAll(page.items("id"));
            home.task("before all", task -> task.setPosition("Z"));
            home.edit(tasks.get(round), task -> task.setDeletedAt(TestWorkspace.EPOCH));
            home.project();
            var next = page.json().get("next");
            if (next.isNull()) {
                break;
            }
            page = tasks(ada, "?limit=5&cursor=" + next.asString());
        }
        assertThat(seen)
                .containsExactlyElementsOf(
                        tasks.stream().map(task -> task.getId().toString()).toList());
    }

    @Test
    void aCursorIsGoodForItsOwnCallOnly() {
        IntStream.range(0, 3).forEach(number -> home.task("task " + number));
        home.project();
        var cursor = tasks(ada, "?limit=1&sort=-created").json().get("next").asString();
        assertThat(tasks(ada, "?limit=2&sort=-created&cursor=" + cursor).status())
                .isEqualTo(200);
        for (var query : List.of(
                "?sort=created&cursor=" + cursor,
                "?cursor=" + cursor,
                "?sort=-created&trash=true&cursor=" + cursor,
                "?sort=-created&cursor=" + cursor.substring(1),
                "?sort=-created&cursor=x",
                "?sort=-created&cursor=")) {
            assertThat(tasks(ada, query).status()).as(query).isEqualTo(400);
        }
        var elsewhere = TestWorkspace.of(ada.userId());
        assertThat(ada.get("/workspaces/" + elsewhere.id() + "/tasks?sort=-created&cursor=" + cursor)
                        .status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/tasks?limit=0",
                "/tasks?limit=201",
                "/tasks?limit=x",
                "/tasks?trash=1",
                "/tasks?sort=",
                "/tasks?colour=red",
                "/tasks?limit=1&limit=2",
                "/lists?sort=name",
                "/changes?since=-1",
                "/changes?since=x",
                "/changes?limit=201",
                "?expand=true",
                "/stream?since=x",
                "/stream?from=1"
            })
    void whatACallDoesNotTakeIsRefused(String path) {
        var answer = ada.get("/workspaces/" + home.id() + path);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("validation");
    }

    @Test
    void listsStandInTheirOrderAndTellTheirVersion() {
        var second = home.list(Ids.v7(TestWorkspace.EPOCH), "Second", "b");
        var first = home.list(Ids.v7(TestWorkspace.EPOCH), "First", "B");
        home.project();
        var lists = "/workspaces/" + home.id() + "/lists";
        assertThat(ada.get(lists).items("name")).containsExactly("First", "Inbox", "Second");
        var one = ada.get(lists + "/" + first.getId());
        assertThat(one.text()).isEqualTo(json(first));
        assertThat(one.headers().firstValue("ETag")).hasValue("\"1\"");
        assertThat(ada.get(lists + "/" + first.getId(), "If-None-Match", "\"1\"")
                        .status())
                .isEqualTo(304);
        home.delete(second);
        home.project();
        assertThat(ada.get(lists + "/" + second.getId()).status()).isEqualTo(404);
        assertThat(ada.get(lists).items("name")).containsExactly("First", "Inbox");
    }

    @Test
    void commentsComeOldestFirstAndGoWithTheirTask() {
        var task = home.task("talked about");
        var comments = IntStream.range(0, 5)
                .mapToObj(number -> home.comment(task, "no. " + number))
                .toList();
        home.delete(comments.get(2));
        home.comment(home.task("another"), "elsewhere");
        home.project();
        var path = "/workspaces/" + home.id() + "/tasks/" + task.getId() + "/comments";
        assertThat(ada.get(path).items("text")).containsExactly("no. 0", "no. 1", "no. 3", "no. 4");
        var page = ada.get(path + "?limit=3");
        assertThat(ada.get(path + "?limit=3&cursor=" + page.json().get("next").asString())
                        .items("text"))
                .containsExactly("no. 4");
        home.edit(task, fields -> fields.setDeletedAt(TestWorkspace.EPOCH));
        home.project();
        assertThat(ada.get(path).status()).isEqualTo(404);
    }

    @Test
    void aWorkspaceTellsItsMembersAndTheCallersRole() {
        var bob = client("bob");
        home.member(bob.userId(), Role.EDITOR);
        home.project();
        var workspace = bob.get("/workspaces/" + home.id()).json();
        assertThat(workspace.get("name").asString()).isEqualTo("Home");
        assertThat(workspace.get("role").asString()).isEqualTo("editor");
        assertThat(workspace.get("personal").asBoolean()).isFalse();
        assertThat(workspace
                        .get("members")
                        .valueStream()
                        .map(member -> member.get("userId").asString()))
                .containsExactlyInAnyOrder(ada.userId().toString(), bob.userId().toString());
    }

    @Test
    void aUserSeesTheirWorkspacesThePersonalOneFirst() {
        var cyd = client("cyd-" + UUID.randomUUID());
        TestWorkspace.personal(cyd.userId(), "Europe/Berlin");
        home.member(cyd.userId(), Role.VIEWER);
        home.project();
        var me = cyd.get("/me");
        assertThat(me.status()).isEqualTo(200);
        assertThat(me.syncToken()).isEqualTo(3);
        assertThat(me.json().get("user").get("id").asString())
                .isEqualTo(cyd.userId().toString());
        assertThat(me.json().get("user").get("name").asString()).startsWith("cyd");
        assertThat(me.json().get("personalWorkspaceId").asString())
                .isEqualTo(cyd.userId().toString());
        assertThat(me.json().get("timeZone").asString()).isEqualTo("Europe/Berlin");
        assertThat(me.json().get("workspaces").toString()).isEqualTo("""
                        [{"id":"%s","name":"Personal","role":"owner","personal":true},\
                        {"id":"%s","name":"Home","role":"viewer","personal":false}]""".formatted(cyd.userId(), home.id()));
        var page = cyd.get("/workspaces?limit=1");
        assertThat(page.items("name")).containsExactly("Personal");
        assertThat(cyd.get("/workspaces?limit=1&cursor="
                                + page.json().get("next").asString())
                        .items("name"))
                .containsExactly("Home");
    }

    @Test
    void changesAreTheLatestStateOfEachThingSinceASeq() {
        var gone = home.list(Ids.v7(TestWorkspace.EPOCH), "Gone", "b");
        var task = home.task("one");
        var since = home.seq();
        var edited = home.edit(task, fields -> fields.setTitle("two"));
        home.delete(gone);
        home.project();
        assertThat(changes("?since=" + since).text())
                .isEqualTo("""
                        {"changes":[{"seq":6,"kind":"task","id":"%s","state":%s},\
                        {"seq":7,"kind":"list","id":"%s","state":null}],"syncToken":7,"more":false}""".formatted(task.getId(), json(edited), gone.getId()));
        assertThat(changes("?since=7").text()).isEqualTo("{\"changes\":[],\"syncToken\":7,\"more\":false}");
        assertThat(changes("")
                        .json()
                        .get("changes")
                        .valueStream()
                        .map(change -> change.get("kind").asString()))
                .containsExactly("workspace", "list", "member", "task", "list");
    }

    @Test
    void pagesOfChangesMissNothingWhileWritesGoOn() {
        var tasks = IntStream.range(0, 12)
                .mapToObj(number -> home.task("task " + number))
                .toList();
        home.project();
        var known = new HashMap<String, String>();
        var seqs = new HashSet<Long>();
        long since = 0;
        for (var more = true; more; ) {
            var page = changes("?limit=4&since=" + since).json();
            page.get("changes").forEach(change -> {
                assertThat(seqs.add(change.get("seq").asLong())).isTrue();
                known.put(change.get("id").asString(), change.get("state").toString());
            });
            assertThat(page.get("syncToken").asLong()).isGreaterThan(since);
            since = page.get("syncToken").asLong();
            more = page.get("more").asBoolean();
            if (more && home.seq() < 30) {
                home.edit(tasks.get(0), task -> task.setTitle("edited at " + home.seq()));
                home.edit(tasks.get(11), task -> task.setTitle("edited at " + home.seq()));
                home.project();
            }
        }
        var whole = changes("?since=0").json();
        assertThat(since).isEqualTo(whole.get("syncToken").asLong());
        whole.get("changes")
                .forEach(change -> assertThat(known)
                        .containsEntry(
                                change.get("id").asString(), change.get("state").toString()));
    }

    private Task randomTask(Random random) {
        return home.task("title " + random.nextInt(8), task -> {
            task.setPriority(Priority.values()[random.nextInt(5)])
                    .setPosition("a" + random.nextInt(9))
                    .setUpdatedAt(TestWorkspace.EPOCH.plusSeconds(random.nextInt(9)))
                    .setCreatedAt(TestWorkspace.EPOCH.plusMillis(random.nextInt(3)));
            if (random.nextBoolean()) {
                task.setDue(day("2026-12-0" + (1 + random.nextInt(9))));
            }
            if (random.nextBoolean()) {
                task.setStatus(TaskStatus.COMPLETED).setCompletedAt(TestWorkspace.EPOCH.plusSeconds(random.nextInt(5)));
            }
            return task;
        });
    }

    private List<String> pages(String query) {
        var ids = new ArrayList<String>();
        var page = tasks(ada, query);
        ids.addAll(page.items("id"));
        while (!page.json().get("next").isNull()) {
            page = tasks(ada, query + "&cursor=" + page.json().get("next").asString());
            ids.addAll(page.items("id"));
        }
        return ids;
    }

    private Answer tasks(ApiClient client, String query) {
        return client.get("/workspaces/" + home.id() + "/tasks" + query);
    }

    private Answer changes(String query) {
        return ada.get("/workspaces/" + home.id() + "/changes" + query);
    }

    private static TaskDate day(String date) {
        return new TaskDate(LocalDate.parse(date), null, "Europe/Berlin");
    }

    private static String json(SpecificRecord thing) {
        return new String(AvroJson.toBytes(thing), StandardCharsets.UTF_8);
    }
}
