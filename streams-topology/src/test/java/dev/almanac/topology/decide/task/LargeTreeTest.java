package dev.almanac.topology.decide.task;

import static dev.almanac.topology.testkit.Act.atomically;
import static dev.almanac.topology.testkit.Acts.cancel;
import static dev.almanac.topology.testkit.Acts.complete;
import static dev.almanac.topology.testkit.Acts.createTask;
import static dev.almanac.topology.testkit.Acts.delete;
import static dev.almanac.topology.testkit.Acts.remind;
import static dev.almanac.topology.testkit.Acts.remindAt;
import static dev.almanac.topology.testkit.Acts.reopen;
import static dev.almanac.topology.testkit.Acts.restore;
import static dev.almanac.topology.testkit.Acts.time;
import static dev.almanac.topology.testkit.Acts.undo;
import static dev.almanac.topology.testkit.Expectations.answers;
import static dev.almanac.topology.testkit.Expectations.isUnchanged;
import static dev.almanac.topology.testkit.Passing.timePasses;
import static dev.almanac.topology.testkit.Scenario.given;
import static dev.almanac.topology.testkit.Scenario.in;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.schemas.audit.AuditEntry;
import dev.almanac.schemas.command.Command;
import dev.almanac.schemas.command.RecurrenceRequest;
import dev.almanac.schemas.command.TaskPatch;
import dev.almanac.schemas.model.ActorKind;
import dev.almanac.schemas.model.CatchUp;
import dev.almanac.schemas.model.OccurrenceCreation;
import dev.almanac.schemas.model.RecurrenceBasis;
import dev.almanac.schemas.model.Reminder;
import dev.almanac.schemas.model.ReminderState;
import dev.almanac.schemas.model.Task;
import dev.almanac.schemas.model.TaskStatus;
import dev.almanac.schemas.result.OutcomeStatus;
import dev.almanac.topology.testkit.Act;
import dev.almanac.topology.testkit.DecidedByTopology;
import dev.almanac.topology.testkit.Labels;
import dev.almanac.topology.testkit.Scenario;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Trees of tasks that no one decision can close, trash, bring back or repeat, with all that it does to reminders. */
class LargeTreeTest {
    private static final int MOST = 500;
    private static final int SUBTASKS = 30;
    private static final int EACH = 21;
    private static final Instant SOON = Scenario.START.plus(ofHours(1));

    private static UnaryOperator<TaskPatch.Builder> reminders(String task) {
        return fields -> fields.setReminders(IntStream.range(0, EACH - 1)
                .mapToObj(i -> remindAt(task + i, SOON.plusSeconds(i)))
                .toList());
    }

    /** Each third one is below the one before it. */
    private static Act[] move() {
        return IntStream.rangeClosed(0, SUBTASKS)
                .mapToObj(i -> createTask(
                        i == 0 ? "move" : "t" + i,
                        fields -> reminders("t" + i + "r")
                                .apply(i == 0 ? fields : fields.setParentId(Labels.id(parent(i))))))
                .toArray(Act[]::new);
    }

    private static String parent(int subtask) {
        return subtask % 3 == 0 ? "t" + (subtask - 1) : "move";
    }

    private static List<Task> tasks(Scenario scenario) {
        return IntStream.rangeClosed(0, SUBTASKS)
                .mapToObj(i -> scenario.task(i == 0 ? "move" : "t" + i))
                .toList();
    }

    private static Set<ReminderState> reminderStates(Scenario scenario) {
        return tasks(scenario).stream()
                .flatMap(task -> task.getReminders().stream())
                .map(Reminder::getState)
                .collect(Collectors.toSet());
    }

    @Test
    void isClosedAPortionAtATime() {
        Scenario closing = given(move()).when(complete("move"));

        closing.then(answers(OutcomeStatus.ACCEPTED));
        assertThat(closing.task("move").getStatus()).isEqualTo(TaskStatus.COMPLETED);
        assertThat(closing.happening().events()).hasSizeBetween(MOST - EACH, MOST);
        int first = closing.happening().events().size();

        closing.whenItGoesOn();

        assertThat(closing.happening().events()).hasSize((1 + SUBTASKS) * EACH - first);
        assertThat(closing.happening().followUps()).isEmpty();
        assertThat(tasks(closing))
                .allMatch(task -> task.getStatus() == TaskStatus.COMPLETED)
                .extracting(Task::getCompletedAt)
                .containsOnly(closing.task("move").getCompletedAt());
        assertThat(reminderStates(closing)).containsOnly(ReminderState.CANCELLED);
    }

    @Test
    void whatGoesOnIsAnActionOfAlmanacs() {
        Scenario closing = given(move()).when(cancel("move")).whenItGoesOn();

        assertThat(tasks(closing)).allMatch(task -> task.getStatus() == TaskStatus.CANCELLED);
        AuditEntry entry = closing.happening().audit().getFirst();
        assertThat(entry.getAction()).isEqualTo("close_subtasks");
        assertThat(entry.getActor().getKind()).isEqualTo(ActorKind.SYSTEM);
        assertThat(entry.getTaskId()).contains(Labels.id("move"));
    }

    @Test
    void staysAsItIsWhereItWasReopenedMeanwhile() {
        Scenario closing = given(move()).when(complete("move"));
        Command rest = closing.happening().followUps().getFirst();

        closing.when(reopen("move")).whenItGoesOnWith(rest).then(isUnchanged());

        assertThat(tasks(closing)).anyMatch(task -> task.getStatus() == TaskStatus.OPEN);
    }

    @Test
    void whatIsReopenedMeanwhileOpensAllAboveItAndIsNotClosedAgain() {
        Scenario closing = given(move()).when(complete("move"));
        Command rest = closing.happening().followUps().getFirst();

        closing.when(reopen("t30")).whenItGoesOnWith(rest).then(isUnchanged());

        assertThat(closing.task("t30").getStatus()).isEqualTo(TaskStatus.OPEN);
        assertThat(closing.task("t29").getStatus()).isEqualTo(TaskStatus.OPEN);
        assertThat(closing.task("move").getStatus()).isEqualTo(TaskStatus.OPEN);
    }

    @Test
    void goesToTheTrashAndComesBackWhole() {
        Scenario scenario = given(move()).when(delete("move")).whenItGoesOn();

        assertThat(tasks(scenario))
                .extracting(Task::getDeletedAt)
                .containsOnly(scenario.task("move").getDeletedAt())
                .allMatch(Optional::isPresent);
        assertThat(reminderStates(scenario)).containsOnly(ReminderState.CANCELLED);

        scenario.when(restore("move")).whenItGoesOn();

        assertThat(scenario.happening().followUps()).isEmpty();
        assertThat(tasks(scenario)).allMatch(task -> task.getDeletedAt().isEmpty());
        assertThat(reminderStates(scenario)).containsOnly(ReminderState.PENDING);
    }

    @Test
    void comesBackWholeAlsoFromHalfWayToTheTrash() {
        Scenario scenario = given(move()).when(delete("move"));
        Command rest = scenario.happening().followUps().getFirst();

        scenario.when(restore("move"));
        List<Command> back = scenario.happening().followUps();
        scenario.whenItGoesOnWith(rest).then(isUnchanged());
        back.forEach(scenario::whenItGoesOnWith);

        assertThat(tasks(scenario)).allMatch(task -> task.getDeletedAt().isEmpty());
    }

    @Test
    void leavesRoomForTheOtherOperationsOfTheCommand() {
        given(move())
                .and(createTask("milk"))
                .when(atomically(complete("move"), complete("milk"), createTask("tea")))
                .then(answers(OutcomeStatus.ACCEPTED, OutcomeStatus.ACCEPTED, OutcomeStatus.ACCEPTED));
    }

    @Test
    void itsClosingIsTakenBackWholeWhereThereIsRoomForThat() {
        Scenario scenario = given(move()).when(complete("move"));
        AuditEntry closed = scenario.happening().audit().getFirst();
        scenario.whenItGoesOn().when(timePasses(ofDays(1)));

        scenario.when(undo(closed)).then(answers(OutcomeStatus.ACCEPTED));

        assertThat(tasks(scenario)).allMatch(task -> task.getStatus() == TaskStatus.OPEN);
    }

    private static Act[] cleaning(OccurrenceCreation creation) {
        Act root = createTask(
                "clean",
                fields -> fields.setDue(time("2026-11-02T12:00", "UTC"))
                        .setRecurrence(new RecurrenceRequest(
                                "FREQ=DAILY", RecurrenceBasis.DUE, creation, CatchUp.NONE, null)));
        return IntStream.rangeClosed(0, 100)
                .mapToObj(i -> i == 0
                        ? root
                        : createTask(
                                "t" + i,
                                fields -> fields.setParentId(Labels.id("clean"))
                                        .setDue(time("2026-11-02T12:00", "UTC"))
                                        .setReminders(IntStream.range(0, 4)
                                                .mapToObj(k -> remind("t" + i + "r" + k, "-PT" + (k + 1) + "M"))
                                                .toList())))
                .toArray(Act[]::new);
    }

    private static List<Task> below(DecidedByTopology topology, UUID parent) {
        return topology.state().allTasks().stream()
                .filter(task -> task.getParentId().filter(parent::equals).isPresent())
                .toList();
    }

    @Test
    void comesAgainWholeOnceOnCompletion() {
        try (DecidedByTopology topology = new DecidedByTopology(Labels.id("team"), Scenario.START)) {
            Scenario done =
                    in(topology, cleaning(OccurrenceCreation.ON_COMPLETION)).when(complete("clean"));

            UUID next = done.task("clean")
                    .getRecurrence()
                    .orElseThrow()
                    .getSuccessor()
                    .orElseThrow();
            assertThat(below(topology, next))
                    .hasSize(100)
                    .allMatch(task -> task.getStatus() == TaskStatus.OPEN)
                    .allMatch(task -> task.getReminders().stream()
                            .allMatch(reminder -> reminder.getState() == ReminderState.PENDING));
            assertThat(below(topology, Labels.id("clean")))
                    .hasSize(100)
                    .allMatch(task -> task.getStatus() == TaskStatus.COMPLETED);
        }
    }

    @Test
    void comesAgainWholeOnSchedule() {
        try (DecidedByTopology topology = new DecidedByTopology(Labels.id("team"), Scenario.START)) {
            Scenario due = in(topology, cleaning(OccurrenceCreation.ON_SCHEDULE))
                    .when(timePasses(ofDays(1).plus(ofHours(4)).plus(ofMinutes(1))));

            UUID next = due.task("clean")
                    .getRecurrence()
                    .orElseThrow()
                    .getSuccessor()
                    .orElseThrow();
            assertThat(below(topology, next)).hasSize(100).allMatch(task -> task.getStatus() == TaskStatus.OPEN);
        }
    }
}
