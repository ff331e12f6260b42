package dev.almanac.topology.decide.task;

import dev.almanac.schemas.event.EventMetadata;
import dev.almanac.schemas.model.Priority;
import dev.almanac.schemas.model.Recurrence;
import dev.almanac.schemas.model.Reminder;
import dev.almanac.schemas.model.Task;
import dev.almanac.schemas.model.TaskDate;
import dev.almanac.schemas.model.TaskStatus;
import dev.almanac.topology.decide.reminder.Arming;
import dev.almanac.topology.decide.reminder.Moments;
import dev.almanac.topology.series.Schedule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The next version of a task in the making. Avro's own builder would copy every field deeply, with each version of each
 * task.
 */
final class TaskDraft {
    /** Empty where the task is new. */
    private final Optional<Task> before;

    private final UUID id;
    private UUID listId;
    private String title;
    private @Nullable String notes;
    private TaskStatus status = TaskStatus.OPEN;
    private Priority priority = Priority.NONE;
    private List<String> tags = List.of();
    private @Nullable TaskDate start;
    private @Nullable TaskDate due;
    private @Nullable String estimate;
    private @Nullable UUID assignee;
    private @Nullable UUID parentId;
    private String position;
    private List<Reminder> reminders = List.of();
    private @Nullable Recurrence recurrence;
    private @Nullable UUID seriesId;
    private @Nullable TaskDate occurrence;
    private boolean overdue;
    private Optional<UUID> madeFor = Optional.empty();
    private boolean touched = true;
    private boolean untouched;
    private @Nullable Instant completedAt;
    private @Nullable Instant deletedAt;

    private TaskDraft(Optional<Task> before, UUID id, UUID listId, String title, String position) {
        this.before = before;
        this.id = id;
        this.listId = listId;
        this.title = title;
        this.position = position;
    }

    /** A new task, open and with nothing but these. */
    static TaskDraft first(UUID id, UUID listId, String title, String position) {
        return new TaskDraft(Optional.empty(), id, listId, title, position);
    }

    /** A task as it is. */
    static TaskDraft of(Task task) {
        TaskDraft draft =
                new TaskDraft(Optional.of(task), task.getId(), task.getListId(), task.getTitle(), task.getPosition());
        draft.notes = task.getNotes().orElse(null);
        draft.status = task.getStatus();
        draft.priority = task.getPriority();
        draft.tags = task.getTags();
        draft.start = task.getStart().orElse(null);
        draft.due = task.getDue().orElse(null);
        draft.estimate = task.getEstimate().orElse(null);
        draft.assignee = task.getAssignee().orElse(null);
        draft.parentId = task.getParentId().orElse(null);
        draft.reminders = task.getReminders();
        draft.recurrence = task.getRecurrence().orElse(null);
        draft.seriesId = task.getSeriesId().orElse(null);
        draft.occurrence = task.getOccurrence().orElse(null);
        draft.completedAt = task.getCompletedAt().orElse(null);
        draft.deletedAt = task.getDeletedAt().orElse(null);
        return draft;
    }

    TaskDraft listId(UUID value) {
        listId = value;
        return this;
    }

    TaskDraft title(String value) {
        title = value;
        return this;
    }

    TaskDraft notes(@Nullable String value) {
        notes = value;
        return this;
    }

    TaskDraft status(TaskStatus value) {
        status = value;
        return this;
    }

    TaskDraft priority(Priority value) {
        priority = value;
        return this;
    }

    TaskDraft tags(List<String> value) {
        tags = value;
        return this;
    }

    TaskDraft start(@Nullable TaskDate value) {
        start = value;
        return this;
    }

    TaskDraft due(@Nullable TaskDate value) {
        due = value;
        return this;
    }

    TaskDraft estimate(@Nullable String value) {
        estimate = value;
        return this;
    }

    TaskDraft assignee(@Nullable UUID value) {
        assignee = value;
        return this;
    }

    TaskDraft parentId(@Nullable UUID value) {
        parentId = value;
        return this;
    }

    TaskDraft position(String value) {
        position = value;
        return this;
    }

    TaskDraft reminders(List<Reminder> value) {
        reminders = value;
        return this;
    }

    /** For one that has become overdue by now. */
    TaskDraft overdue() {
        overdue = true;
        return this;
    }

    /** Not a person changes it but time; who changed it last, and when, stays as it is. */
    TaskDraft touchedByNobody() {
        touched = false;
        return this;
    }

    /** As when it was made: nobody has changed it since. */
    TaskDraft asMade() {
        untouched = true;
        return this;
    }

    /** As if it were new, and this user had made it. */
    TaskDraft madeFor(UUID user) {
        madeFor = Optional.of(user);
        return this;
    }

    TaskDraft recurrence(@Nullable Recurrence value) {
        recurrence = value;
        return this;
    }

    /** @param which its original due date */
    TaskDraft occurrence(UUID series, TaskDate which) {
        seriesId = series;
        occurrence = which;
        return this;
    }

    TaskDraft completedAt(@Nullable Instant value) {
        completedAt = value;
        return this;
    }

    TaskDraft deletedAt(@Nullable Instant value) {
        deletedAt = value;
        return this;
    }

    String title() {
        return title;
    }

    Optional<String> notes() {
        return Optional.ofNullable(notes);
    }

    Priority priority() {
        return priority;
    }

    List<String> tags() {
        return tags;
    }

    Optional<String> estimate() {
        return Optional.ofNullable(estimate);
    }

    Optional<UUID> assignee() {
        return Optional.ofNullable(assignee);
    }

    Optional<UUID> parentId() {
        return Optional.ofNullable(parentId);
    }

    List<Reminder> reminders() {
        return reminders;
    }

    Optional<Recurrence> recurrence() {
        return Optional.ofNullable(recurrence);
    }

    Optional<TaskDate> start() {
        return Optional.ofNullable(start);
    }

    Optional<TaskDate> due() {
        return Optional.ofNullable(due);
    }

    /** The fields that an edit can change and that differ from a task's, as the schema spells them. */
    List<String> differences(Task other) {
        List<String> names = new ArrayList<>();
        addIfDifferent(names, "listId", listId, other.getListId());
        addIfDifferent(names, "title", title, other.getTitle());
        addIfDifferent(names, "notes", notes, other.getNotes().orElse(null));
        addIfDifferent(names, "priority", priority, other.getPriority());
        addIfDifferent(names, "tags", tags, other.getTags());
        addIfDifferent(names, "start", start, other.getStart().orElse(null));
        addIfDifferent(names, "due", due, other.getDue().orElse(null));
        addIfDifferent(names, "estimate", estimate, other.getEstimate().orElse(null));
        addIfDifferent(names, "assignee", assignee, other.getAssignee().orElse(null));
        addIfDifferent(names, "parentId", parentId, other.getParentId().orElse(null));
        addIfDifferent(names, "reminders", reminders, other.getReminders());
        addIfDifferent(names, "recurrence", recurrence, other.getRecurrence().orElse(null));
        addIfDifferent(names, "position", position, other.getPosition());
        return names;
    }

    private static void addIfDifferent(List<String> names, String name, @Nullable Object a, @Nullable Object b) {
        if (!Objects.equals(a, b)) {
            names.add(name);
        }
    }

    private boolean isOpen() {
        return status == TaskStatus.OPEN && deletedAt == null;
    }

    /** One that was overdue stays so without another event, as long as it is due in the past. */
    private boolean isOverdue(Optional<Instant> overdueAt, Instant now) {
        return overdueAt.isPresent()
                && (overdue
                        || (before.filter(Task::getOverdue).isPresent()
                                && !overdueAt.get().isAfter(now)));
    }

    /**
     * The task as it is after the event with this metadata. Here, and so with every change, its timers are set: those of
     * its reminders, and the one for becoming overdue.
     */
    Task at(EventMetadata metadata) {
        Instant now = metadata.getOccurredAt();
        UUID actor = metadata.getActor().getUserId();
        Instant createdAt =
                before.filter(any -> madeFor.isEmpty()).map(Task::getCreatedAt).orElse(now);
        UUID createdBy = madeFor.or(() -> before.map(Task::getCreatedBy)).orElse(actor);
        Optional<Instant> overdueAt = due().filter(any -> isOpen()).map(Moments::passed);
        return new Task(
                id,
                metadata.getWorkspaceId(),
                listId,
                title,
                notes,
                status,
                priority,
                tags,
                start,
                due,
                estimate,
                assignee,
                parentId,
                position,
                new Arming(before, start(), due(), isOpen(), now).arm(reminders),
                recurrence,
                seriesId,
                occurrence,
                overdueAt.orElse(null),
                isOverdue(overdueAt, now),
                nextOccurrenceAt().orElse(null),
                createdAt,
                createdBy,
                untouched
                        ? createdAt
                        : touched ? now : before.map(Task::getUpdatedAt).orElse(now),
                untouched
                        ? createdBy
                        : touched ? actor : before.map(Task::getUpdatedBy).orElse(actor),
                completedAt,
                deletedAt,
                before.map(Task::getVersion).orElse(0L) + 1,
                metadata.getSeq());
    }

    /** By what the task says alone, so that whatever changes it sets and cancels its timer. */
    private Optional<Instant> nextOccurrenceAt() {
        return recurrence == null || occurrence == null || deletedAt != null
                ? Optional.empty()
                : Schedule.timer(recurrence, occurrence);
    }
}
