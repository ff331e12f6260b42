package dev.almanac.api.query;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.api.support.ApiClient.Answer;
import dev.almanac.api.support.ReadSliceTest;
import dev.almanac.schemas.model.Priority;
import dev.almanac.schemas.model.TaskDate;
import dev.almanac.schemas.model.TaskStatus;
import java.net.URLEncoder;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Filters and searches over HTTP, on rows as the projection writes them. */
class FindingTest extends ReadSliceTest {
    @Autowired
    private Clock clock = Clock.systemUTC();

    @Test
    void aFilterTellsWhichTasksAreMeant() {
        home.task("milk", task -> task.setPriority(Priority.HIGH).setTags(List.of("Home")));
        home.task("rent", task -> task.setPriority(Priority.LOW));
        home.task("tax", task -> task.setStatus(TaskStatus.COMPLETED).setPriority(Priority.URGENT));
        home.project();
        assertThat(filtered("priority >= high and status = open").items("title"))
                .containsExactly("milk");
        assertThat(filtered("tag = home or title contains \"AX\"").items("title"))
                .containsExactly("milk", "tax");
        assertThat(filtered("not tag = home").items("title")).containsExactly("rent", "tax");
        assertThat(filtered("list = inbox and due is null").items("title")).hasSize(3);
    }

    @Test
    void pagesGoOnWithinTheFilter() {
        for (var number = 0; number < 9; number++) {
            home.task("task " + number, task -> task.setPriority(Priority.HIGH));
            home.task("other");
        }
        home.project();
        var first = find("?limit=5&filter=" + encoded("priority = high"));
        var next = first.json().get("next").asString();
        assertThat(first.items("title")).hasSize(5);
        assertThat(find("?limit=5&filter=" + encoded("priority = high") + "&cursor=" + next)
                        .items("title"))
                .containsExactly("task 5", "task 6", "task 7", "task 8");
        assertThat(find("?limit=5&cursor=" + next).problem())
                .as("a cursor belongs to its filter")
                .isEqualTo("validation");
    }

    @Test
    void whereAFilterCanNotBeUnderstoodIsToldToTheCharacter() {
        var refused = filtered("priority >= huge");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.problem()).isEqualTo("validation");
        var error = refused.json().get("errors").get(0);
        assertThat(error.get("parameter").asString()).isEqualTo("filter");
        assertThat(error.get("position").asInt()).isEqualTo(12);
        assertThat(error.get("expected").valueStream()).hasSize(5);
        assertThat(filtered("title = \u0000").status()).isEqualTo(400);
    }

    @Test
    void everyWordHasToBeInTheTaskOrItsComments() {
        var milk =
                home.task("Buy milk", task -> task.setTags(List.of("Groceries")).setNotes("Not the café's"));
        home.task("Buy bread");
        home.comment(milk, "From the farm in Überlingen, please");
        home.project();
        for (var q :
                List.of("milk", "MIL", "buy mi", "grocer", "groceires", "cafe", "café not", "uberlingen", "buy farm")) {
            assertThat(sought(q).items("title")).as(q).containsExactly("Buy milk");
        }
        for (var q : List.of("ilk", "milk bread", "butter", "mulk")) {
            assertThat(sought(q).items("title")).as(q).isEmpty();
        }
        assertThat(sought("mlik").items("title")).as("swapped").containsExactly("Buy milk");
        assertThat(sought("buy").items("title")).hasSize(2);
        assertThat(find("?q=buy&filter=" + encoded("tag is null")).items("title"))
                .containsExactly("Buy bread");
    }

    @Test
    void ofWhatIsEverywhereTheLatestIsRanked() {
        var lost = home.task("lamp");
        for (var number = 0; number < 505; number++) {
            home.task("lamp", task -> task.setStatus(TaskStatus.COMPLETED));
        }
        var told = home.task("light");
        home.comment(told, "a lamp");
        home.project();
        var found = new ArrayList<String>();
        var cursor = "";
        do {
            var page = find("?limit=200&q=lamp" + cursor);
            found.addAll(page.items("id"));
            var next = page.json().get("next");
            cursor = next.isNull() ? "" : "&cursor=" + next.asString();
        } while (!cursor.isEmpty());
        assertThat(found)
                .hasSize(500)
                .doesNotHaveDuplicates()
                .contains(told.getId().toString());
        assertThat(found).doesNotContain(lost.getId().toString());
        assertThat(find("?q=lamp&filter=" + encoded("status = open")).items("id"))
                .as("a filter comes first")
                .containsExactly(lost.getId().toString(), told.getId().toString());
        assertThat(find("?q=lamp&sort=created").items("id"))
                .startsWith(lost.getId().toString());
    }

    @Test
    void titlesCountMoreThanNotesAndWholeWordsMoreThanBeginnings() {
        home.task("other", task -> task.setNotes("about a report"));
        home.task("reporting line");
        home.task("the report");
        home.task("the reprot");
        home.project();
        var all = sought("report").items("title");
        assertThat(all).containsExactly("the report", "reporting line", "other", "the reprot");
        assertThat(find("?q=report&sort=title").items("title"))
                .containsExactly("other", "reporting line", "the report", "the reprot");
        var first = find("?q=report&limit=2");
        assertThat(find("?q=report&limit=2&cursor=" + first.json().get("next").asString())
                        .items("title"))
                .containsExactly("other", "the reprot");
    }

    @Test
    void whereTheWordsStandIsTold() {
        var task = home.task(
                "Call the Élysée",
                fields -> fields.setTags(List.of("calls", "x")).setNotes("🥛 ".repeat(60) + "call, again"));
        home.comment(task, "nobody calls");
        home.project();
        var found = sought("elysee call").json().get("found").get(0);
        assertThat(found.get("title").toString()).isEqualTo("[{\"start\":0,\"end\":4},{\"start\":9,\"end\":15}]");
        assertThat(found.get("tags").toString()).isEqualTo("[\"calls\"]");
        var notes = found.get("notes");
        var mark = notes.get("marks").get(0);
        assertThat(notes.get("text")
                        .asString()
                        .substring(mark.get("start").asInt(), mark.get("end").asInt()))
                .isEqualTo("call");
        assertThat(notes.get("text").asString()).hasSizeLessThan(200);
        assertThat(found.get("comment").get("text").asString()).isEqualTo("nobody calls");
    }

    @Test
    void aSearchWithoutAWordIsRefused() {
        assertThat(sought("...").problem()).isEqualTo("validation");
        assertThat(sought("x ".repeat(11)).items("id"))
                .as("the same word again counts once")
                .isEmpty();
        assertThat(sought("a b c d e f g h i j k").problem()).isEqualTo("validation");
        assertThat(find("?sort=relevance").problem()).isEqualTo("validation");
    }

    @Test
    void tasksAreCountedByWhatTheyHave() {
        home.task("a", task -> task.setPriority(Priority.HIGH).setTags(List.of("Home", "x")));
        home.task("b", task -> task.setTags(List.of("home")).setDue(day(1)));
        home.task("c", task -> task.setTags(List.of("Home")).setDue(day(9)));
        home.task("d", task -> task.setDue(day(0)).setStatus(TaskStatus.COMPLETED));
        home.task("e", task -> task.setDue(day(-1)));
        home.task("f", task -> task.setDue(day(-1)).setStatus(TaskStatus.CANCELLED));
        home.project();
        var facets = facets("");
        assertThat(facets.get("total").asInt()).isEqualTo(6);
        assertThat(facets.get("status").toString()).isEqualTo("{\"open\":4,\"completed\":1,\"cancelled\":1}");
        assertThat(facets.get("priority").get("high").asInt()).isEqualTo(1);
        assertThat(facets.get("due").toString())
                .isEqualTo("{\"overdue\":1,\"today\":1,\"next_7_days\":1,\"later\":1,\"earlier\":1,\"none\":1}");
        assertThat(facets.get("tags").toString())
                .isEqualTo("[{\"tag\":\"Home\",\"count\":3},{\"tag\":\"x\",\"count\":1}]");
        assertThat(facets.get("lists").get(0).get("count").asInt()).isEqualTo(6);
        assertThat(facets("?filter=" + encoded("tag = home") + "&q=a")
                        .get("total")
                        .asInt())
                .isEqualTo(1);
        assertThat(facets("?trash=true").get("total").asInt()).isZero();
    }

    private TaskDate day(int ahead) {
        return new TaskDate(LocalDate.now(clock).plusDays(ahead), null, "UTC");
    }

    private JsonNode facets(String query) {
        return ada.get("/workspaces/" + home.id() + "/task-facets" + query).json();
    }

    private Answer sought(String words) {
        return find("?q=" + encoded(words));
    }

    private Answer filtered(String filter) {
        return find("?filter=" + encoded(filter));
    }

    private Answer find(String query) {
        return ada.get("/workspaces/" + home.id() + "/tasks" + query);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
