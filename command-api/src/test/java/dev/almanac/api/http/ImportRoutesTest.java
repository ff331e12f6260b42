package dev.almanac.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.api.support.Facts;
import dev.almanac.api.support.SliceTest;
import dev.almanac.schemas.command.Command;
import dev.almanac.schemas.command.ImportThing;
import dev.almanac.schemas.command.Operation;
import dev.almanac.schemas.id.Ids;
import dev.almanac.schemas.model.EntityState;
import dev.almanac.schemas.model.Task;
import dev.almanac.schemas.model.TaskStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

@TestPropertySource(properties = {"almanac.import.largest=1MB", "almanac.import.most-things=1000"})
class ImportRoutesTest extends SliceTest {
    private static final String ID = "0190a8f4-0000-7000-8000-0000000000%02d";

    @BeforeEach
    void agree() {
        topology().agree();
    }

    @Test
    void aFileOfJsonIsTakenAsItIs() {
        var lines = sent("application/json", """
                {"format":"almanac","version":1,"workspace":{"id":"%1$s","inboxId":"x"},"members":[],
                "lists":[{"id":"%2$s","name":"Home","position":"a1","createdAt":"2026-01-01T00:00:00Z"}],
                "tasks":[
                {"id":"%4$s","title":"below","parentId":"%3$s","listId":"%2$s"},
                {"id":"%3$s","title":"above","listId":"%2$s","status":"completed","completedAt":"2026-02-01T00:00:00Z",
                "due":{"date":"2026-11-30","timeZone":"Europe/Berlin"},"version":7,"seq":9,"position":"a5"}],
                "comments":[{"id":"%5$s","taskId":"%4$s","text":"said"}]}
                """.formatted(Facts.WORKSPACE, id(1), id(2), id(3), id(4)));

        assertThat(lines.getLast()).isEqualTo("{\"state\":\"done\",\"made\":4,\"there\":0,\"syncToken\":7}");
        var things = sentThings();
        assertThat(things).hasSize(4);
        assertThat(things.getFirst().getList().orElseThrow().getName()).isEqualTo("Home");
        var above = things.get(1).getTask().orElseThrow();
        var below = things.get(2).getTask().orElseThrow();
        assertThat(above.getTitle()).as("parents come first").isEqualTo("above");
        assertThat(above.getId()).isEqualTo(Ids.v5(Facts.WORKSPACE, "import/" + id(2)));
        assertThat(above.getStatus()).isEqualTo(TaskStatus.COMPLETED);
        assertThat(above.getCompletedAt()).contains(Instant.parse("2026-02-01T00:00:00Z"));
        assertThat(above.getDue().orElseThrow().getDate()).contains(LocalDate.parse("2026-11-30"));
        assertThat(above.getListId())
                .isEqualTo(things.getFirst().getList().orElseThrow().getId());
        assertThat(below.getParentId()).contains(above.getId());
        assertThat(things.get(3).getComment().orElseThrow().getTaskId()).isEqualTo(below.getId());
    }

    @Test
    void theInboxBecomesTheInbox() {
        var other = Ids.v5(Facts.WORKSPACE, "other");
        sent("application/json", """
                {"lists":[{"id":"%1$s","workspaceId":"%2$s","name":"Inbox"}],"tasks":[{"id":"%3$s","title":"x","listId":"%1$s"}]}
                """.formatted(Ids.inbox(other), other, id(1)));
        assertThat(sentThings().getFirst().getTask().orElseThrow().getListId()).isEqualTo(Ids.inbox(Facts.WORKSPACE));
    }

    @Test
    void manyThingsAreManyCommands() {
        var tasks = IntStream.range(0, 250)
                .mapToObj(i -> "{\"id\":\"%s\",\"title\":\"%d\"}".formatted(Ids.v5(Facts.TASK, "" + i), i))
                .collect(Collectors.joining(","));
        var lines = sent("application/json", "{\"tasks\":[%s]}".formatted(tasks));
        assertThat(lines).hasSize(4).first().isEqualTo("{\"state\":\"applying\",\"done\":100,\"of\":250}");
        assertThat(topology().sent().getAtomic()).isFalse();
    }

    @Test
    void aTableIsTakenRowByRow() {
        var lines = sent(
                "text/csv",
                "title,list,due,tags,reminders\r\n"
                        + "Pay rent,errands,2026-11-30,\"home,money\",-PT1H\r\n"
                        + "\"Say \"\"hi\"\"\",Chores,2026-12-01T09:00,,\r\n"
                        + "'=1+1,,,,\n");
        assertThat(lines.getLast()).contains("\"state\":\"done\"");
        var things = sentThings();
        var rent = things.get(0).getTask().orElseThrow();
        assertThat(rent.getListId()).as("a list of that name is there").isEqualTo(Facts.LIST);
        assertThat(rent.getTags()).containsExactly("home", "money");
        assertThat(rent.getReminders().getFirst().getOffset()).contains("-PT1H");
        assertThat(things.get(1).getList().orElseThrow().getName()).isEqualTo("Chores");
        assertThat(things.get(2).getTask().orElseThrow().getTitle()).isEqualTo("Say \"hi\"");
        assertThat(things.get(3).getTask().orElseThrow().getTitle()).isEqualTo("=1+1");
    }

    @Test
    void aFileThatIsOnlyToBeCheckedChangesNothing() {
        send("?dryRun=true", "text/csv", "title,list\nx,Chores\ny,Chores\n")
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .isEqualTo("{\"state\":\"checked\",\"format\":\"table\",\"lists\":1,\"tasks\":2,\"comments\":0}\n");
        send("?dryRun=true", "text/csv", "title,due\nx,tomorrow\n")
                .expectStatus()
                .isBadRequest();
        assertThat(topology().sentNone()).isTrue();
    }

    @Test
    void theSameFileIsTheSameThings() {
        sent("text/csv", "title\nx\n");
        var first = sentThings().getFirst().getTask().map(Task::getId);
        topology().agree();
        sent("text/csv", "title\nx\n");
        assertThat(sentThings().getFirst().getTask().map(Task::getId)).isEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "application/json|x|",
                "application/json|[]|",
                "application/json|{}|",
                "application/json|{\"tasks\":{}}|/tasks",
                "application/json|{\"tasks\":[1]}|/tasks/0",
                "application/json|{\"tasks\":[{\"title\":\"x\"}]}|/tasks/0/id",
                "application/json|{\"tasks\":[{\"id\":\"ID1\",\"title\":\" \"}]}|/tasks/0/title",
                "application/json|{\"tasks\":[{\"id\":\"ID1\",\"title\":\"x\"},{\"id\":\"ID1\",\"title\":\"y\"}]}|/tasks/1/id",
                "application/json|{\"tasks\":[{\"id\":\"ID1\",\"title\":\"x\",\"colour\":\"y\"}]}|/tasks/0/colour",
                "application/json|{\"tasks\":[{\"id\":\"ID1\",\"title\":\"x\",\"listId\":\"ID2\"}]}|/tasks/0/listId",
                "application/json|{\"tasks\":[{\"id\":\"ID1\",\"title\":\"x\",\"parentId\":\"ID2\"}]}|/tasks/0/parentId",
                "application/json|{\"tasks\":[{\"id\":\"ID1\",\"title\":\"x\",\"parentId\":\"ID1\"}]}|/tasks/0/parentId",
                "application/json|{\"tasks\":[{\"id\":\"ID1\",\"title\":\"x\",\"recurrence\":{\"rule\":\"FREQ=DAILY\"}}]}|/tasks/0/recurrence",
                "application/json|{\"tasks\":[{\"id\":\"ID1\",\"title\":\"x\",\"due\":{\"date\":\"2026-12-23\"},\"recurrence\":{\"rule\":\"FREQ=DAILY\",\"exceptDates\":[{\"date\":\"2026-12-24\"},{\"dateTime\":\"2026-12-25T09:00\"}]}}]}|/tasks/0/recurrence/exceptDates/1",
                "application/json|{\"tasks\":[{\"id\":\"ID1\",\"title\":\"x\",\"deletedAt\":\"2026-01-01T00:00:00Z\"},{\"id\":\"ID2\",\"title\":\"y\",\"parentId\":\"ID1\"}]}|/tasks/1/parentId",
                "application/json|{\"comments\":[{\"id\":\"ID1\",\"taskId\":\"ID2\",\"text\":\"x\"}]}|/comments/0/taskId",
                "text/csv|id|/rows/1",
                "text/csv|title,colour|/rows/1",
                "text/csv|title,due¶x,tomorrow|/rows/2/due/date",
                "text/csv|title¶x¶\"y\"z|/rows/3",
                "text/csv|title¶x¶¶\"y|/rows/4",
            })
    void whatIsWrongIsToldWithItsPlaceAndNothingIsTaken(String type, String body, String pointer) {
        send(type, body.replace("ID1", id(1)).replace("ID2", id(2)).replace("¶", "\n"))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].pointer")
                .isEqualTo(Optional.ofNullable(pointer).orElse(""));
        assertThat(topology().sentNone()).isTrue();
    }

    @Test
    void aFileHasItsBounds() {
        send("text/csv", "title\n" + "x".repeat(1024 * 1024)).expectStatus().isEqualTo(413);
        send("text/csv", "title\n" + "x\n".repeat(1001))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].pointer")
                .isEqualTo("/rows/1002");
        send("text/plain", "title\nx\n").expectStatus().isEqualTo(415);
        assertThat(topology().sentNone()).isTrue();
    }

    private static String id(int number) {
        return ID.formatted(number);
    }

    private List<EntityState> sentThings() {
        return Stream.<Command>generate(
                        () -> topology().sentNone() ? null : topology().sent())
                .takeWhile(command -> command != null)
                .flatMap(command -> command.getOperations().stream())
                .map(Operation::getImportThing)
                .flatMap(Optional::stream)
                .map(ImportThing::getThing)
                .toList();
    }

    private List<String> sent(String type, String body) {
        var bytes = send(type, body)
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody();
        return new String(bytes, java.nio.charset.StandardCharsets.UTF_8)
                .lines()
                .toList();
    }

    private ResponseSpec send(String type, String body) {
        return send("", type, body);
    }

    private ResponseSpec send(String query, String type, String body) {
        return client("ada")
                .post()
                .uri("/api/v1/workspaces/" + Facts.WORKSPACE + "/import" + query)
                .contentType(MediaType.parseMediaType(type))
                .bodyValue(body)
                .exchange();
    }
}
