package dev.almanac.api.query;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.api.support.ApiClient;
import dev.almanac.api.support.ApiClient.Answer;
import dev.almanac.api.support.ReadSlice;
import dev.almanac.api.support.TestWorkspace;
import dev.almanac.schemas.model.Priority;
import dev.almanac.schemas.model.TaskStatus;
import java.net.URLEncoder;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Filters and searches over HTTP, on rows as the projection writes them. */
@SpringBootTest(classes = ReadSlice.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class FindingTest {
    @DynamicPropertySource
    static void addresses(DynamicPropertyRegistry registry) {
        ReadSlice.addresses(registry);
    }

    @LocalServerPort
    private int port;

    private ApiClient ada = new ApiClient(0, "ada");
    private final TestWorkspace home = TestWorkspace.of(ada.userId());

    @BeforeEach
    void connect() {
        ada = new ApiClient(port, "ada");
    }

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
