package dev.almanac.topology.decide.task;

import dev.almanac.schemas.command.TaskPatch;
import dev.almanac.schemas.event.EventMetadata;
import dev.almanac.schemas.event.TaskCreated;
import dev.almanac.schemas.model.Recurrence;
import dev.almanac.schemas.model.Reminder;
import dev.almanac.schemas.model.ReminderState;
import dev.almanac.schemas.model.Task;
import dev.almanac.schemas.model.TaskList;
import dev.almanac.schemas.model.TaskStatus;
import dev.almanac.schemas.result.Rejection;
import dev.almanac.topology.decide.attempt.Attempt;
import dev.almanac.topology.decide.attempt.Checked;
import dev.almanac.topology.decide.attempt.Living;
import dev.almanac.topology.decide.attempt.Rejections;
import dev.almanac.topology.decide.attempt.Ruling;
import dev.almanac.topology.decide.order.Placements;
import dev.almanac.topology.state.EntityStates;
import dev.almanac.topology.state.Place;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Makes a task as it was elsewhere, done or in the trash, within the same bounds as any other. What time would have done to
 * it meanwhile it has missed: no reminder comes late.
 */
public final class TaskImport {
    private TaskImport() {}

    public static Ruling decide(Attempt attempt, Task told) {
        Optional<Task> there = attempt.state().task(told.getId());
        if (there.isPresent()) {
            return new Ruling.Unchanged(there.map(EntityStates::of));
        }
        TaskPatch patch = patch(told);
        return TaskFields.fault(patch)
                .<Ruling>map(Ruling.Refused::new)
                .orElseGet(() -> spot(attempt, told).then(spot -> create(attempt, told, spot, patch)));
    }

    /** What it asks for, to be held against the bounds that all tasks have. */
    private static TaskPatch patch(Task told) {
        return new TaskPatch(
                told.getTitle(),
                told.getNotes().orElse(null),
                told.getPriority(),
                told.getTags(),
                told.getStart().orElse(null),
                told.getDue().orElse(null),
                told.getEstimate().orElse(null),
                null,
                told.getParentId().orElse(null),
                told.getReminders().stream().map(AskedAgain::reminder).toList(),
                told.getRecurrence().map(AskedAgain::recurrence).orElse(null),
                List.of());
    }

    /** Where it goes. */
    private record Spot(UUID listId, Optional<UUID> parentId) {}

    /** Subtasks go with their parents; in the trash these may be gone. */
    private static Checked<Spot> spot(Attempt attempt, Task told) {
        boolean trashed = told.getDeletedAt().isPresent();
        Optional<TaskList> list =
                trashed ? attempt.state().list(told.getListId()) : Living.list(attempt.state(), told.getListId());
        if (list.isEmpty()) {
            return new Checked.Faulty<>(Rejections.invalid("/listId", "Must be the id of a list."));
        }
        Optional<UUID> parentId = told.getParentId();
        if (parentId.isEmpty() || trashed) {
            return new Checked.Sound<>(new Spot(
                    told.getListId(),
                    parentId.filter(id -> attempt.state().task(id).isPresent())));
        }
        return NewParent.find(attempt, parentId.get(), told.getId())
                .map(parent -> new Spot(parent.getListId(), parentId));
    }

    private static Ruling create(Attempt attempt, Task told, Spot spot, TaskPatch patch) {
        TaskDraft draft = TaskDraft.of(then(attempt, told, spot)).touchedByNobody();
        Optional<Rejection> fault = TaskFields.datesFault(patch, draft).or(() -> recurrenceFault(told, patch, draft));
        if (fault.isPresent()) {
            return new Ruling.Refused(fault.get());
        }
        if (patch.getRecurrence().isPresent() && told.getSeriesId().isEmpty()) {
            SeriesEdit.begin(told.getId(), 1, patch.getRecurrence().get(), draft);
        }
        EventMetadata metadata = attempt.stamp();
        Task task = draft.at(metadata);
        return new Ruling.Changed(
                List.of(new TaskCreated(metadata, task)), Optional.empty(), Optional.of(EntityStates.of(task)));
    }

    /** A series that has gone on from this occurrence makes nothing more of it. */
    private static Optional<Rejection> recurrenceFault(Task told, TaskPatch patch, TaskDraft draft) {
        return told.getRecurrence().flatMap(Recurrence::getSuccessor).isPresent()
                ? Optional.empty()
                : RecurrenceFields.fault(patch, draft);
    }

    /** The task as if it had been here before this, its first version. */
    private static Task then(Attempt attempt, Task told, Spot spot) {
        Instant updatedAt = attempt.past(told.getUpdatedAt());
        boolean completed = told.getStatus() == TaskStatus.COMPLETED;
        return new Task(
                told.getId(),
                attempt.workspaceId(),
                spot.listId(),
                told.getTitle(),
                told.getNotes().orElse(null),
                told.getStatus(),
                told.getPriority(),
                told.getTags(),
                told.getStart().orElse(null),
                told.getDue().orElse(null),
                told.getEstimate().orElse(null),
                told.getAssignee()
                        .filter(user -> attempt.state().member(user).isPresent())
                        .orElse(null),
                spot.parentId().orElse(null),
                Placements.kept(
                        attempt.state().tasks(spot.listId()),
                        new Place(told.getPosition(), told.getId()),
                        told.getDeletedAt().isEmpty()),
                told.getReminders().stream()
                        .map(reminder -> missed(reminder, attempt.now()))
                        .toList(),
                told.getRecurrence().orElse(null),
                told.getSeriesId().orElse(null),
                told.getOccurrence().orElse(null),
                null,
                told.getStatus() == TaskStatus.OPEN && told.getOverdue(),
                null,
                attempt.past(told.getCreatedAt()),
                attempt.memberOrActor(told.getCreatedBy()),
                updatedAt,
                attempt.memberOrActor(told.getUpdatedBy()),
                completed ? attempt.past(told.getCompletedAt().orElse(updatedAt)) : null,
                told.getDeletedAt().map(attempt::past).orElse(null),
                0L,
                0L);
    }

    private static Reminder missed(Reminder reminder, Instant now) {
        boolean past =
                reminder.getScheduledAt().filter(time -> !time.isAfter(now)).isPresent();
        return past && reminder.getState() == ReminderState.PENDING
                ? new Reminder(
                        reminder.getId(),
                        reminder.getAt().orElse(null),
                        reminder.getOffset().orElse(null),
                        reminder.getRelativeTo().orElse(null),
                        ReminderState.CANCELLED,
                        null,
                        null,
                        reminder.getFiredAt().orElse(null),
                        reminder.getLate())
                : reminder;
    }
}
