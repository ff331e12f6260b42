package dev.almanac.topology.decide.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.schemas.command.RecurrenceRequest;
import dev.almanac.schemas.id.Ids;
import dev.almanac.schemas.model.CatchUp;
import dev.almanac.schemas.model.OccurrenceCreation;
import dev.almanac.schemas.model.Recurrence;
import dev.almanac.schemas.model.RecurrenceBasis;
import dev.almanac.schemas.model.Task;
import dev.almanac.schemas.model.TaskDate;
import dev.almanac.schemas.model.TaskStatus;
import dev.almanac.schemas.result.OutcomeStatus;
import dev.almanac.topology.testkit.Act;
import dev.almanac.topology.testkit.Acts;
import dev.almanac.topology.testkit.DecidedInMemory;
import dev.almanac.topology.testkit.Happening;
import dev.almanac.topology.testkit.Labels;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A workspace in which one task, {@value TASK}, repeats. */
final class Repeating {
    static final String TASK = "rent";
    static final String ZONE = "Europe/Berlin";

    private static final UUID WORKSPACE = Labels.id("team");

    private final DecidedInMemory almanac = new DecidedInMemory(WORKSPACE);
    private final Set<UUID> seen = new LinkedHashSet<>();
    private Instant now = Instant.parse("2026-11-02T09:00:00Z");
    private int commands;

    Repeating() {
        put(Acts.createWorkspace("team"));
    }

    static RecurrenceRequest rule(String rule) {
        return new RecurrenceRequest(rule, RecurrenceBasis.DUE, OccurrenceCreation.ON_COMPLETION, CatchUp.NONE, null);
    }

    static RecurrenceRequest caughtUp(String rule) {
        return new RecurrenceRequest(rule, RecurrenceBasis.DUE, OccurrenceCreation.ON_COMPLETION, CatchUp.ALL, null);
    }

    /** Caught up, but for some dates. */
    static RecurrenceRequest without(String rule, TaskDate... dates) {
        return new RecurrenceRequest(
                rule, RecurrenceBasis.DUE, OccurrenceCreation.ON_COMPLETION, CatchUp.ALL, List.of(dates));
    }

    static RecurrenceRequest fromCompletion(String rule) {
        return new RecurrenceRequest(
                rule, RecurrenceBasis.COMPLETION, OccurrenceCreation.ON_COMPLETION, CatchUp.NONE, null);
    }

    static RecurrenceRequest scheduled(String rule, CatchUp catchUp) {
        return new RecurrenceRequest(rule, RecurrenceBasis.DUE, OccurrenceCreation.ON_SCHEDULE, catchUp, null);
    }

    static TaskDate time(String local) {
        return new TaskDate(null, LocalDateTime.parse(local), ZONE);
    }

    static TaskDate day(String date) {
        return new TaskDate(LocalDate.parse(date), null, ZONE);
    }

    static Repeating task(TaskDate due, RecurrenceRequest recurrence) {
        Repeating repeating = new Repeating();
        repeating.put(Acts.createTask(TASK, fields -> fields.setDue(due).setRecurrence(recurrence)));
        repeating.seen.add(Labels.id(TASK));
        return repeating;
    }

    Repeating at(String instant) {
        now = Instant.parse(instant);
        return this;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    Instant now() {
        return now;
    }

    /** Must succeed. */
    Happening put(Act act) {
        Happening happening = tryTo(act);
        assertThat(happening.result().getOutcomes())
                .as(act.toString())
                .allMatch(outcome -> outcome.getStatus() == OutcomeStatus.ACCEPTED
                        || outcome.getStatus() == OutcomeStatus.UNCHANGED);
        return happening;
    }

    /** As its timer asks for it. */
    void becomesOverdue(Task task) {
        put(Acts.markOverdue(task.getId(), task.getOverdueAt().orElseThrow()));
    }

    Happening tryTo(Act act) {
        Happening happening =
                almanac.put(act.toCommand(Ids.v5(WORKSPACE, "command " + commands++), WORKSPACE, now), now);
        now = now.plusMillis(1);
        happening.events().forEach(event -> {
            if (event.getSchema().getField("task") != null
                    && event.get(event.getSchema().getField("task").pos()) instanceof Task task) {
                seen.add(task.getId());
            }
        });
        return happening;
    }

    Task first() {
        return task(Labels.id(TASK));
    }

    Task task(UUID id) {
        return almanac.state().task(id).orElseThrow();
    }

    /** All tasks that came up, in the order in which they did. */
    List<Task> all() {
        return seen.stream().map(this::task).toList();
    }

    List<Task> open() {
        return all().stream()
                .filter(task -> task.getStatus() == TaskStatus.OPEN
                        && task.getDeletedAt().isEmpty())
                .toList();
    }

    /** The occurrence from which the series goes on, which must be the only one. */
    Task leading() {
        List<Task> leading = allLeading();
        assertThat(leading).hasSize(1);
        return leading.getFirst();
    }

    List<Task> allLeading() {
        return all().stream()
                .filter(task -> task.getDeletedAt().isEmpty())
                .filter(task -> task.getRecurrence()
                        .filter(it -> it.getSuccessor().isEmpty())
                        .isPresent())
                .toList();
    }

    Optional<UUID> successor(Task task) {
        return task(task.getId()).getRecurrence().flatMap(Recurrence::getSuccessor);
    }

    /** Completes one after the other as often as asked for. */
    List<String> duesOnCompleting(int times) {
        List<String> dues = new ArrayList<>();
        dues.add(due(leading()));
        for (int i = 0; i < times; i++) {
            put(Acts.complete(leading().getId()));
            dues.add(due(leading()));
        }
        return dues;
    }

    static String due(Task task) {
        return text(task.getDue().orElseThrow());
    }

    static String text(TaskDate date) {
        return date.getDate()
                .map(LocalDate::toString)
                .orElseGet(() -> date.getDateTime().orElseThrow().toString());
    }
}
