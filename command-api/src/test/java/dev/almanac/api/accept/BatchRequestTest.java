package dev.almanac.api.accept;

import static dev.almanac.api.accept.Refusals.ID;
import static dev.almanac.api.accept.Refusals.NEW_ID;
import static dev.almanac.api.accept.Refusals.json;
import static dev.almanac.api.accept.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.api.accept.BatchRequest.Item;
import dev.almanac.api.accept.BatchRequest.Kind;
import dev.almanac.api.problem.Violation;
import dev.almanac.schemas.command.AddComment;
import dev.almanac.schemas.command.CancelTask;
import dev.almanac.schemas.command.CompleteTask;
import dev.almanac.schemas.command.CreateTask;
import dev.almanac.schemas.command.DeleteTask;
import dev.almanac.schemas.command.EditScope;
import dev.almanac.schemas.command.EditTask;
import dev.almanac.schemas.command.MoveTask;
import dev.almanac.schemas.command.ReopenTask;
import dev.almanac.schemas.command.RestoreTask;
import dev.almanac.schemas.command.TaskPatch;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

class BatchRequestTest {
    @Test
    void eachOperationIsASingleCallByName() {
        var batch = read("""
                {"atomic":false,"operations":[
                  {"op":"create","task":{"title":"a"}},
                  {"op":"patch","id":"%1$s","ifMatch":3,"patch":{"title":"b"}},
                  {"op":"complete","id":"%1$s"},
                  {"op":"reopen","id":"%1$s"},
                  {"op":"cancel","id":"%1$s"},
                  {"op":"delete","id":"%1$s"},
                  {"op":"restore","id":"%1$s"},
                  {"op":"move","id":"%1$s","move":{}},
                  {"op":"comment","id":"%1$s","comment":{"text":"c"}}]}""".formatted(ID));

        assertThat(batch.atomic()).isFalse();
        assertThat(batch.operations())
                .containsExactly(
                        item(
                                Kind.CREATE,
                                new CreateTask(
                                        NEW_ID,
                                        null,
                                        TaskPatch.newBuilder().setTitle("a").build(),
                                        null)),
                        new Item(
                                Kind.PATCH,
                                Operations.of(
                                        new EditTask(
                                                ID,
                                                TaskPatch.newBuilder()
                                                        .setTitle("b")
                                                        .build(),
                                                EditScope.THIS),
                                        Optional.of(3L))),
                        item(Kind.COMPLETE, new CompleteTask(ID)),
                        item(Kind.REOPEN, new ReopenTask(ID)),
                        item(Kind.CANCEL, new CancelTask(ID)),
                        item(Kind.DELETE, new DeleteTask(ID)),
                        item(Kind.RESTORE, new RestoreTask(ID)),
                        item(Kind.MOVE, new MoveTask(ID, null, null)),
                        item(Kind.COMMENT, new AddComment(NEW_ID, ID, "c")));
    }

    @Test
    void allOrNothingUnlessSaidOtherwise() {
        assertThat(read("{\"operations\":[{\"op\":\"delete\",\"id\":\"%s\"}]}".formatted(ID))
                        .atomic())
                .isTrue();
    }

    @Test
    void aPointerLeadsIntoTheOperation() {
        var problem = refused(() -> read("""
                {"operations":[
                  {"op":"create","task":{"title":""}},
                  {"op":"patch","id":"x","patch":{"due":{"date":"x"}},"ifMatch":0},
                  {"op":"fly"},
                  {"op":"complete"},
                  {"op":"delete","id":"%s","task":{}},
                  7]}""".formatted(ID)));

        assertThat(problem.errors())
                .extracting(Violation::pointer)
                .containsExactly(
                        "/operations/0/task/title",
                        "/operations/1/id",
                        "/operations/1/patch/due/date",
                        "/operations/1/ifMatch",
                        "/operations/2/op",
                        "/operations/3/id",
                        "/operations/4/task",
                        "/operations/5");
    }

    @Test
    void aHundredAreTheMostAndOneTheLeast() {
        assertThat(read(completions(100)).operations()).hasSize(100);
        for (var body : new String[] {completions(101), completions(0), "{}", "{\"operations\":{}}"}) {
            assertThat(refused(() -> read(body)).errors())
                    .extracting(Violation::pointer)
                    .containsExactly("/operations");
        }
    }

    @Test
    void onlySoManyErrorsAreTold() {
        var wrong = IntStream.range(0, 100).mapToObj(_ -> "{}").collect(Collectors.joining(","));
        assertThat(refused(() -> read("{\"operations\":[%s]}".formatted(wrong))).errors())
                .hasSize(50);
    }

    private static String completions(int count) {
        return IntStream.range(0, count)
                .mapToObj(_ -> "{\"op\":\"complete\",\"id\":\"%s\"}".formatted(ID))
                .collect(Collectors.joining(",", "{\"operations\":[", "]}"));
    }

    private static Item item(Kind kind, SpecificRecord action) {
        return new Item(kind, Operations.of(action, Optional.empty()));
    }

    private static BatchRequest read(String body) {
        return BatchRequest.read(json(body), () -> NEW_ID);
    }
}
