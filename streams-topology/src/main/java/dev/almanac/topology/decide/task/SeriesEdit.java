package dev.almanac.topology.decide.task;

import dev.almanac.schemas.command.EditScope;
import dev.almanac.schemas.command.RecurrenceRequest;
import dev.almanac.schemas.command.TaskPatch;
import dev.almanac.schemas.id.Ids;
import dev.almanac.schemas.model.OccurrenceTemplate;
import dev.almanac.schemas.model.Recurrence;
import dev.almanac.schemas.model.Task;
import dev.almanac.schemas.model.TaskDate;
import dev.almanac.schemas.result.Rejection;
import dev.almanac.topology.decide.attempt.Rejections;
import dev.almanac.topology.series.ExceptDates;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What an edit does to the series of which a task is an occurrence: nothing, where it is of this one alone, which then
 * keeps what the others have; else the series goes on as another.
 */
final class SeriesEdit {
    /** What every occurrence has of its series, so that one that differs has to remember it. */
    private static final Set<String> SHARED =
            Set.of("title", "notes", "priority", "tags", "start", "estimate", "assignee", "reminders");

    private SeriesEdit() {}

    /** Whether any of these fields is one that every occurrence has of its series. */
    static boolean isShared(Collection<String> fields) {
        return fields.stream().anyMatch(SHARED::contains);
    }

    /** @return why the task's series can't be changed by this edit; empty where it can, or isn't */
    static Optional<Rejection> fault(Task task, TaskPatch patch, EditScope scope) {
        boolean isOver = task.getRecurrence().flatMap(Recurrence::getSuccessor).isPresent();
        boolean changesSeries = scope == EditScope.FUTURE
                || patch.getRecurrence().isPresent()
                || patch.getClear().contains("recurrence");
        return isOver && changesSeries
                ? Optional.of(Rejections.conflict(
                        "The series has gone on from this occurrence; change the latest one instead."))
                : Optional.empty();
    }

    /** @param draft with the patch applied, save for the recurrence */
    static void apply(Task task, TaskPatch patch, EditScope scope, TaskDraft draft) {
        Optional<Recurrence> before = task.getRecurrence();
        if (patch.getClear().contains("recurrence")) {
            draft.recurrence(null);
        } else if (patch.getRecurrence().isPresent()
                && !before.filter(there ->
                                RecurrenceFields.isSame(patch.getRecurrence().get(), there))
                        .isPresent()) {
            List<TaskDate> leftOut = before.map(it -> ExceptDates.moved(
                            it.getExceptDates(),
                            task.getOccurrence().orElse(it.getAnchor()),
                            draft.due().orElseThrow()))
                    .orElse(List.of());
            begin(task.getId(), task.getVersion() + 1, patch.getRecurrence().get(), leftOut, draft);
        } else if (before.filter(it -> it.getSuccessor().isEmpty()).isPresent()) {
            go(task, leavingOut(task, patch, before.get()), scope, draft);
        }
    }

    private static Recurrence leavingOut(Task task, TaskPatch patch, Recurrence recurrence) {
        return patch.getRecurrence()
                .flatMap(RecurrenceRequest::getExceptDates)
                .map(dates -> ExceptDates.after(task.getOccurrence().orElseThrow(), dates))
                .map(dates -> Recurrences.leavingOut(recurrence, dates))
                .orElse(recurrence);
    }

    /** @param version with which the task begins the series */
    static void begin(UUID taskId, long version, RecurrenceRequest asked, TaskDraft draft) {
        begin(taskId, version, asked, List.of(), draft);
    }

    private static void begin(
            UUID taskId, long version, RecurrenceRequest asked, List<TaskDate> leftOut, TaskDraft draft) {
        TaskDate due = draft.due().orElseThrow();
        draft.recurrence(RecurrenceFields.begun(asked, due, leftOut)).occurrence(seriesId(taskId, version), due);
    }

    /** @param recurrence with the dates that it is to leave out, which makes no other series of it */
    private static void go(Task task, Recurrence recurrence, EditScope scope, TaskDraft draft) {
        List<String> changed = draft.differences(task);
        if (scope == EditScope.THIS) {
            draft.recurrence(
                    recurrence.getTemplate().isEmpty() && isShared(changed)
                            ? Recurrences.withTemplate(recurrence, Recurrences.template(task))
                            : recurrence);
            return;
        }
        if (changed.isEmpty()) {
            draft.recurrence(recurrence);
            return;
        }
        boolean isFirst = recurrence.getGenerated() == 1;
        UUID series = isFirst ? task.getSeriesId().orElseThrow() : seriesId(task.getId(), task.getVersion() + 1);
        TaskDate due = draft.due().orElseThrow();
        Recurrence shared = recurrence
                .getTemplate()
                .map(template -> Recurrences.withTemplate(recurrence, edited(template, changed, draft)))
                .orElse(recurrence);
        TaskDate occurrence = task.getOccurrence().orElseThrow();
        if (changed.contains("due")) {
            draft.recurrence(Recurrences.anchored(shared, occurrence, due)).occurrence(series, due);
        } else {
            draft.recurrence(shared).occurrence(series, occurrence);
        }
    }

    private static UUID seriesId(UUID taskId, long version) {
        return Ids.v5(taskId, "series/" + version);
    }

    /** What was edited is the series' from now on; what this occurrence alone had before stays its own. */
    private static OccurrenceTemplate edited(OccurrenceTemplate template, List<String> changed, TaskDraft draft) {
        return new OccurrenceTemplate(
                changed.contains("title") ? draft.title() : template.getTitle(),
                changed.contains("notes")
                        ? draft.notes().orElse(null)
                        : template.getNotes().orElse(null),
                changed.contains("priority") ? draft.priority() : template.getPriority(),
                changed.contains("tags") ? draft.tags() : template.getTags(),
                changed.contains("start")
                        ? draft.start().orElse(null)
                        : template.getStart().orElse(null),
                changed.contains("estimate")
                        ? draft.estimate().orElse(null)
                        : template.getEstimate().orElse(null),
                changed.contains("assignee")
                        ? draft.assignee().orElse(null)
                        : template.getAssignee().orElse(null),
                changed.contains("reminders") ? draft.reminders() : template.getReminders());
    }
}
