package dev.almanac.topology.decide.task;

import dev.almanac.schemas.command.TaskPatch;
import dev.almanac.schemas.model.Priority;
import dev.almanac.schemas.result.Rejection;
import dev.almanac.topology.decide.attempt.Attempt;
import dev.almanac.topology.decide.attempt.Rejections;
import dev.almanac.topology.decide.bounds.Dates;
import dev.almanac.topology.decide.bounds.Durations;
import dev.almanac.topology.decide.bounds.Limits;
import dev.almanac.topology.decide.bounds.Tags;
import dev.almanac.topology.decide.bounds.Texts;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What an operation says of a task's fields, save for the parent, which is more than a field. */
final class TaskFields {
    private TaskFields() {}

    /** @return what is wrong with the values, each by itself; empty where nothing is */
    static Optional<Rejection> fault(TaskPatch patch) {
        return patch.getTitle()
                .flatMap(title -> Texts.lineFault(title, Limits.TITLE, "/title"))
                .or(() -> patch.getNotes().flatMap(notes -> Texts.textFault(notes, Limits.NOTES, "/notes")))
                .or(() -> patch.getTags().flatMap(tags -> Tags.fault(tags, "/tags")))
                .or(() -> patch.getStart().flatMap(start -> Dates.fault(start, "/start")))
                .or(() -> patch.getDue().flatMap(due -> Dates.fault(due, "/due")))
                .or(() -> patch.getEstimate().flatMap(estimate -> Durations.fault(estimate, "/estimate")))
                .or(() -> patch.getRecurrence().flatMap(RecurrenceFields::fault))
                .or(() -> patch.getReminders().flatMap(ReminderFields::fault))
                .or(() -> clearFault(patch));
    }

    private static Optional<Rejection> clearFault(TaskPatch patch) {
        for (String field : patch.getClear()) {
            boolean set;
            switch (field) {
                case "notes" -> set = patch.getNotes().isPresent();
                case "priority" -> set = patch.getPriority().isPresent();
                case "tags" -> set = patch.getTags().isPresent();
                case "start" -> set = patch.getStart().isPresent();
                case "due" -> set = patch.getDue().isPresent();
                case "estimate" -> set = patch.getEstimate().isPresent();
                case "assignee" -> set = patch.getAssignee().isPresent();
                case "recurrence" -> set = patch.getRecurrence().isPresent();
                case "parentId" -> set = patch.getParentId().isPresent();
                case "reminders" -> set = patch.getReminders().isPresent();
                default -> {
                    return Optional.of(Rejections.invalid("/" + field, "Can't be cleared."));
                }
            }
            if (set) {
                return Optional.of(Rejections.invalid("/" + field, "Can't be both set and cleared."));
            }
        }
        return Optional.empty();
    }

    /** @return what is wrong with the assignee, unless it is the one that the task has already; empty where nothing is */
    static Optional<Rejection> assigneeFault(Attempt attempt, TaskPatch patch, Optional<UUID> before) {
        return patch.getAssignee()
                .filter(assignee -> !before.equals(Optional.of(assignee)))
                .filter(assignee -> attempt.state().member(assignee).isEmpty())
                .map(assignee -> Rejections.invalid("/assignee", "Must be a member of the workspace."));
    }

    /** @return what is wrong with the dates together, where the patch sets one; empty where nothing is */
    static Optional<Rejection> datesFault(TaskPatch patch, TaskDraft draft) {
        boolean set = patch.getStart().isPresent() || patch.getDue().isPresent();
        if (!set || draft.start().isEmpty() || draft.due().isEmpty()) {
            return Optional.empty();
        }
        return Dates.startsAfterDue(draft.start().get(), draft.due().get())
                ? Optional.of(Rejections.invalid(
                        patch.getStart().isPresent() ? "/start" : "/due", "Must not start after it is due."))
                : Optional.empty();
    }

    static void apply(TaskPatch patch, TaskDraft draft) {
        patch.getClear().forEach(field -> clear(field, draft));
        patch.getTitle().ifPresent(draft::title);
        patch.getNotes().ifPresent(draft::notes);
        patch.getPriority().ifPresent(draft::priority);
        patch.getTags().ifPresent(draft::tags);
        patch.getStart().ifPresent(draft::start);
        patch.getDue().ifPresent(draft::due);
        patch.getEstimate().ifPresent(draft::estimate);
        patch.getAssignee().ifPresent(draft::assignee);
        patch.getReminders()
                .map(asked -> ReminderFields.apply(asked, draft.reminders()))
                .ifPresent(draft::reminders);
    }

    private static void clear(String field, TaskDraft draft) {
        switch (field) {
            case "notes" -> draft.notes(null);
            case "priority" -> draft.priority(Priority.NONE);
            case "tags" -> draft.tags(List.of());
            case "start" -> draft.start(null);
            case "due" -> draft.due(null);
            case "estimate" -> draft.estimate(null);
            case "assignee" -> draft.assignee(null);
            case "reminders" -> draft.reminders(List.of());
            default -> {
                // The parent and the recurrence, since all others are refused before.
            }
        }
    }
}
