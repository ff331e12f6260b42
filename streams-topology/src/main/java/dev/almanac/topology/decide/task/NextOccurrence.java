package dev.almanac.topology.decide.task;

import dev.almanac.schemas.command.Placement;
import dev.almanac.schemas.command.TreeStep;
import dev.almanac.schemas.event.EventMetadata;
import dev.almanac.schemas.event.TaskCreated;
import dev.almanac.schemas.event.TaskRestored;
import dev.almanac.schemas.id.Ids;
import dev.almanac.schemas.model.OccurrenceCreation;
import dev.almanac.schemas.model.OccurrenceTemplate;
import dev.almanac.schemas.model.Recurrence;
import dev.almanac.schemas.model.Reminder;
import dev.almanac.schemas.model.ReminderState;
import dev.almanac.schemas.model.Task;
import dev.almanac.schemas.model.TaskDate;
import dev.almanac.schemas.model.TaskStatus;
import dev.almanac.topology.decide.attempt.Attempt;
import dev.almanac.topology.decide.attempt.Checked;
import dev.almanac.topology.decide.attempt.Living;
import dev.almanac.topology.recurrence.Occurrence;
import dev.almanac.topology.series.LocalDates;
import dev.almanac.topology.series.Schedule;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;

/**
 * The occurrence that comes after another, with the subtasks of that one, open again.
 *
 * <p>Its id follows from the series and the date, and the one before names it once it is made: so there are never two.
 */
final class NextOccurrence {
    private final Attempt attempt;
    private final Task before;
    private final Recurrence recurrence;
    private final TaskDate from;
    private final TaskDate date;
    private final int number;
    private final UUID listId;
    private final List<Task> subtasks;
    private final List<String> positions;

    /**
     * @param subtasks of the one before that are to be copied, parents before their children
     * @param positions for all that is to be made, in this order
     */
    private NextOccurrence(
            Attempt attempt,
            Task before,
            TaskDate date,
            int number,
            UUID listId,
            List<Task> subtasks,
            List<String> positions) {
        this.attempt = attempt;
        this.before = before;
        this.recurrence = before.getRecurrence().orElseThrow();
        this.from = before.getOccurrence().orElseThrow();
        this.date = date;
        this.number = number;
        this.listId = listId;
        this.subtasks = subtasks;
        this.positions = positions;
    }

    /** What follows where the task is completed or skipped; empty where nothing does, or something does already. */
    static Checked<Optional<NextOccurrence>> afterClosing(Attempt attempt, Task task) {
        return waiting(task, OccurrenceCreation.ON_COMPLETION)
                .flatMap(schedule -> schedule.afterClosing(task.getDue().orElseThrow(), attempt.now())
                        .map(next -> find(attempt, task, schedule, next)))
                .orElseGet(() -> new Checked.Sound<>(Optional.empty()));
    }

    /** What a due timer is to make; empty where there is nothing. */
    static Checked<Optional<NextOccurrence>> due(Attempt attempt, Task task) {
        return waiting(task, OccurrenceCreation.ON_SCHEDULE)
                .flatMap(schedule -> schedule.due(attempt.now()).map(next -> find(attempt, task, schedule, next)))
                .orElseGet(() -> new Checked.Sound<>(Optional.empty()));
    }

    private static Optional<Schedule> waiting(Task task, OccurrenceCreation creation) {
        return task.getRecurrence()
                .filter(it -> it.getCreation() == creation && it.getSuccessor().isEmpty())
                .map(it -> new Schedule(it, task.getOccurrence().orElseThrow()));
    }

    private static Checked<Optional<NextOccurrence>> find(
            Attempt attempt, Task task, Schedule schedule, Occurrence next) {
        TaskDate date = schedule.dateOf(next);
        List<Task> subtasks = TaskTree.living(attempt.state(), task).below();
        return positions(attempt, task.getListId(), task.getId(), 1 + subtasks.size())
                .map(positions -> Optional.of(
                        new NextOccurrence(attempt, task, date, next.number(), task.getListId(), subtasks, positions)));
    }

    /** One that is there, for which subtasks are still to be copied. */
    static Checked<NextOccurrence> goingOn(Attempt attempt, Task before, Task next) {
        UUID last = next.getId();
        List<Task> subtasks = new ArrayList<>();
        for (Task subtask : TaskTree.living(attempt.state(), before).below()) {
            UUID copy = copyOf(next.getId(), subtask.getId());
            if (Living.task(attempt.state(), copy).isPresent()) {
                last = copy;
            } else {
                subtasks.add(subtask);
            }
        }
        return positions(attempt, next.getListId(), last, subtasks.size())
                .map(positions -> new NextOccurrence(
                        attempt, before, next.getOccurrence().orElseThrow(), 0, next.getListId(), subtasks, positions));
    }

    /** Right behind a task. */
    private static Checked<List<String>> positions(Attempt attempt, UUID listId, UUID task, int count) {
        return Moved.positions(attempt.state(), listId, Ids.SYSTEM, Optional.of(new Placement(task, null)), count);
    }

    private static UUID id(Task task, TaskDate date) {
        return Ids.v5(
                task.getSeriesId().orElseThrow(),
                LocalDates.isWholeDay(date)
                        ? LocalDates.local(date).toLocalDate().toString()
                        : LocalDates.local(date).toString());
    }

    private static UUID copyOf(UUID occurrence, UUID subtask) {
        return Ids.v5(occurrence, subtask.toString());
    }

    UUID id() {
        return id(before, date);
    }

    /** How much room the occurrence itself takes, at the most. */
    long cost() {
        return 1 + base().getReminders().size();
    }

    /** Makes it, and of its subtasks as many as there is room for; nothing where it is there already. */
    void addTo(Portion portion) {
        if (Living.task(attempt.state(), id()).isEmpty()) {
            portion.add(event(id(), occurrence(draft(id(), before, positions.getFirst()))));
            addSubtasksTo(portion, positions.subList(1, positions.size()));
        }
    }

    /** Makes as many of its subtasks as there is room for. */
    void addSubtasksTo(Portion portion) {
        addSubtasksTo(portion, positions);
    }

    private void addSubtasksTo(Portion portion, List<String> free) {
        Iterator<String> next = free.iterator();
        List<Task> left = portion.take(subtasks, Portion::costOfBringing, subtask -> copy(subtask, next.next()));
        portion.leave(TreeStep.COPY, before.getId(), left);
    }

    private SpecificRecord copy(Task subtask, String position) {
        UUID copy = copyOf(id(), subtask.getId());
        UUID parent = subtask.getParentId().orElseThrow();
        return event(
                copy,
                copied(draft(copy, subtask, position), subtask)
                        .parentId(parent.equals(before.getId()) ? id() : copyOf(id(), parent)));
    }

    /** Anew, or out of the trash, where it went when the one before was reopened. */
    private TaskDraft draft(UUID id, Task like, String position) {
        TaskDraft draft = attempt.state()
                .task(id)
                .map(TaskDraft::of)
                .orElseGet(() -> TaskDraft.first(id, listId, like.getTitle(), position));
        return draft.madeFor(like.getCreatedBy())
                .listId(listId)
                .position(position)
                .status(TaskStatus.OPEN)
                .completedAt(null)
                .deletedAt(null);
    }

    /** What it begins with. */
    private OccurrenceTemplate base() {
        return recurrence.getTemplate().orElseGet(() -> Recurrences.template(before));
    }

    private TaskDraft occurrence(TaskDraft draft) {
        OccurrenceTemplate base = base();
        return draft.title(base.getTitle())
                .notes(base.getNotes().orElse(null))
                .priority(base.getPriority())
                .tags(base.getTags())
                .start(base.getStart().map(this::shifted).orElse(null))
                .due(date)
                .estimate(base.getEstimate().orElse(null))
                .assignee(base.getAssignee().filter(this::isMember).orElse(null))
                .reminders(renewed(base.getReminders()))
                .parentId(null)
                .recurrence(Recurrences.next(recurrence, number, date))
                .occurrence(before.getSeriesId().orElseThrow(), date);
    }

    private TaskDraft copied(TaskDraft draft, Task subtask) {
        return draft.title(subtask.getTitle())
                .notes(subtask.getNotes().orElse(null))
                .priority(subtask.getPriority())
                .tags(subtask.getTags())
                .start(subtask.getStart().map(this::shifted).orElse(null))
                .due(subtask.getDue().map(this::shifted).orElse(null))
                .estimate(subtask.getEstimate().orElse(null))
                .assignee(subtask.getAssignee().filter(this::isMember).orElse(null))
                .reminders(renewed(subtask.getReminders()));
    }

    private TaskDate shifted(TaskDate other) {
        return LocalDates.shifted(other, from, date);
    }

    private boolean isMember(UUID user) {
        return attempt.state().member(user).isPresent();
    }

    /** Reminders that go by the dates come again; one that was set for an instant was for that occurrence. */
    private static List<Reminder> renewed(List<Reminder> reminders) {
        return reminders.stream()
                .filter(reminder -> reminder.getOffset().isPresent())
                .map(reminder -> new Reminder(
                        reminder.getId(),
                        null,
                        reminder.getOffset().orElseThrow(),
                        reminder.getRelativeTo().orElse(null),
                        ReminderState.PENDING,
                        null,
                        null,
                        null,
                        false))
                .toList();
    }

    private SpecificRecord event(UUID id, TaskDraft draft) {
        EventMetadata metadata = attempt.stamp();
        return attempt.state().task(id).isPresent()
                ? new TaskRestored(metadata, draft.at(metadata))
                : new TaskCreated(metadata, draft.at(metadata));
    }
}
