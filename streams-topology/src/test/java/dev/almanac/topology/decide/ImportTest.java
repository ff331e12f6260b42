package dev.almanac.topology.decide;

import static dev.almanac.topology.testkit.Acts.addComment;
import static dev.almanac.topology.testkit.Acts.complete;
import static dev.almanac.topology.testkit.Acts.createList;
import static dev.almanac.topology.testkit.Acts.createSubtask;
import static dev.almanac.topology.testkit.Acts.createTask;
import static dev.almanac.topology.testkit.Acts.createTaskIn;
import static dev.almanac.topology.testkit.Acts.day;
import static dev.almanac.topology.testkit.Acts.delete;
import static dev.almanac.topology.testkit.Acts.editTask;
import static dev.almanac.topology.testkit.Acts.importThing;
import static dev.almanac.topology.testkit.Acts.remind;
import static dev.almanac.topology.testkit.Acts.remindAt;
import static dev.almanac.topology.testkit.Acts.setMember;
import static dev.almanac.topology.testkit.Acts.time;
import static dev.almanac.topology.testkit.Expectations.emits;
import static dev.almanac.topology.testkit.Expectations.emitsNothing;
import static dev.almanac.topology.testkit.Expectations.isRefused;
import static dev.almanac.topology.testkit.Expectations.isUnchanged;
import static dev.almanac.topology.testkit.Expectations.reminderScheduled;
import static dev.almanac.topology.testkit.Expectations.taskCreated;
import static dev.almanac.topology.testkit.Passing.timePasses;
import static dev.almanac.topology.testkit.Scenario.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.schemas.command.RecurrenceRequest;
import dev.almanac.schemas.json.AvroJson;
import dev.almanac.schemas.model.CatchUp;
import dev.almanac.schemas.model.OccurrenceCreation;
import dev.almanac.schemas.model.Priority;
import dev.almanac.schemas.model.RecurrenceBasis;
import dev.almanac.schemas.model.ReminderState;
import dev.almanac.schemas.model.Role;
import dev.almanac.schemas.model.Task;
import dev.almanac.schemas.result.RejectionCode;
import dev.almanac.schemas.serde.TrustedRecords;
import dev.almanac.topology.state.EntityStates;
import dev.almanac.topology.testkit.Act;
import dev.almanac.topology.testkit.Labels;
import dev.almanac.topology.testkit.Scenario;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class ImportTest {
    static {
        TrustedRecords.establish();
    }

    private static final Duration LATER = Duration.ofHours(1);

    /** Elsewhere some time ago, with about everything that a task can have. */
    private static final Scenario ELSEWHERE = given(
            createList("errands"),
            createTask("plain"),
            createTaskIn("errands", "full"),
            editTask(
                    "full",
                    it -> it.setNotes("**notes**")
                            .setPriority(Priority.URGENT)
                            .setTags(List.of("a", "Ä"))
                            .setStart(day("2027-01-01", "Europe/Berlin"))
                            .setDue(time("2027-01-31T09:00", "Europe/Berlin"))
                            .setEstimate("PT45M")
                            .setAssignee(Labels.id(Act.OWNER))
                            .setReminders(List.of(
                                    remind("half", "-PT30M"), remindAt("then", Instant.parse("2027-01-05T08:00:00Z"))))
                            .setRecurrence(new RecurrenceRequest(
                                    "FREQ=MONTHLY;BYMONTHDAY=-1",
                                    RecurrenceBasis.DUE,
                                    OccurrenceCreation.ON_SCHEDULE,
                                    CatchUp.ALL,
                                    List.of(time("2027-02-28T09:00", "Europe/Berlin"))))),
            createTask("parent"),
            createSubtask("parent", "child"),
            createTask("done"),
            complete("done"),
            createTask("gone"),
            delete("gone"),
            addComment("plain", "said"));

    private static Scenario here(Act... acts) {
        return given(createList("errands")).when(timePasses(LATER)).and(acts);
    }

    private static Act importing(String task) {
        return importing(ELSEWHERE.task(task));
    }

    private static Act importing(Task task) {
        return importThing(EntityStates.of(task));
    }

    /** All of it but what is the workspace's own. */
    private static String told(Task task) {
        return new String(AvroJson.toBytes(task), UTF_8).replaceAll("\"(version|seq)\":[0-9]+,?", "");
    }

    @Test
    void aTaskIsAsItWas() {
        Scenario here = here(importing("plain"), importing("full"), importing("parent"), importing("child"));
        here.and(importing("done"), importing("gone"));
        for (String task : List.of("plain", "full", "parent", "child", "done", "gone")) {
            assertThat(told(here.task(task))).as(task).isEqualTo(told(ELSEWHERE.task(task)));
            assertThat(here.task(task).getVersion()).isEqualTo(1);
        }
        assertThat(here.tasksOf("errands")).containsExactly("full");
    }

    @Test
    void itsRemindersAreSet() {
        here().when(importing("full"))
                .then(emits(taskCreated("full"), reminderScheduled("half"), reminderScheduled("then")));
    }

    @Test
    void aReminderWhoseTimeHasPassedComesNoMore() {
        Scenario late = given(createTask(
                "milk", it -> it.setReminders(List.of(remindAt("soon", Scenario.START.plusSeconds(60))))));
        Scenario here = here().when(importing(late.task("milk"))).then(emits(taskCreated("milk")));
        assertThat(here.task("milk").getReminders().getFirst().getState()).isEqualTo(ReminderState.CANCELLED);
    }

    @Test
    void importingAgainChangesNothing() {
        here(importing("plain")).when(importing("plain")).then(isUnchanged(), emitsNothing());
    }

    @Test
    void aCommentAndAListAreAsTheyWere() {
        Scenario here = given().when(timePasses(LATER)).and(importThing(EntityStates.of(ELSEWHERE.list("errands"))));
        here.and(importing("plain"), importThing(EntityStates.of(ELSEWHERE.comment("said"))));
        assertThat(here.list("errands").getCreatedAt())
                .isEqualTo(ELSEWHERE.list("errands").getCreatedAt());
        assertThat(here.list("errands").getPosition())
                .isEqualTo(ELSEWHERE.list("errands").getPosition());
        assertThat(here.comment("said").getCreatedAt())
                .isEqualTo(ELSEWHERE.comment("said").getCreatedAt());
        here.when(importThing(EntityStates.of(ELSEWHERE.comment("said")))).then(isUnchanged());
        here.when(importThing(EntityStates.of(ELSEWHERE.list("errands")))).then(isUnchanged());
    }

    @Test
    void strangersGiveWayToTheActor() {
        Scenario here = here(setMember("bob", Role.EDITOR));
        here.and(importing(with(it -> it.setCreatedBy(Labels.id("eve")).setAssignee(Labels.id("eve"))))
                .by("bob"));
        assertThat(here.task("plain").getCreatedBy()).isEqualTo(Labels.id("bob"));
        assertThat(here.task("plain").getAssignee()).isEmpty();
    }

    @Test
    void nothingWasMadeInTheFuture() {
        Instant future = Instant.parse("2090-01-01T00:00:00Z");
        Scenario here = here(importing(with(it -> it.setCreatedAt(future).setUpdatedAt(future))));
        assertThat(here.task("plain").getCreatedAt()).isEqualTo(here.instant());
    }

    @Test
    void aPositionThatIsNoneIsTheEnd() {
        Scenario here = here(createTask("first"), importing(with(it -> it.setPosition("b"))));
        assertThat(here.task("plain").getPosition())
                .isGreaterThan(here.task("first").getPosition());
    }

    @Test
    void theSameBoundsHoldAsForAllTasks() {
        here().when(importing(with(it -> it.setTitle(" ")))).then(isRefused(RejectionCode.INVALID, "/title"));
        here().when(importing(with(it -> it.setListId(new UUID(0, 7)))))
                .then(isRefused(RejectionCode.INVALID, "/listId"));
        here().when(importing("child")).then(isRefused(RejectionCode.INVALID, "/parentId"));
        here().when(importing(with(it -> it.setTags(List.of("a", "A")))))
                .then(isRefused(RejectionCode.INVALID, "/tags/1"));
    }

    @Test
    void aViewerImportsNothing() {
        here(setMember("eve", Role.VIEWER)).when(importing("plain").by("eve")).then(isRefused(RejectionCode.FORBIDDEN));
    }

    @Test
    void nothingElseCanBeImported() {
        here().when(importThing(EntityStates.of(ELSEWHERE.workspace()))).then(isRefused(RejectionCode.INVALID, ""));
    }

    private static Task with(UnaryOperator<Task.Builder> change) {
        return change.apply(Task.newBuilder(ELSEWHERE.task("plain"))).build();
    }
}
