package dev.almanac.topology.decide.task;

import dev.almanac.schemas.command.RecurrenceRequest;
import dev.almanac.schemas.command.TaskPatch;
import dev.almanac.schemas.model.OccurrenceCreation;
import dev.almanac.schemas.model.Recurrence;
import dev.almanac.schemas.model.RecurrenceBasis;
import dev.almanac.schemas.model.TaskDate;
import dev.almanac.schemas.result.Rejection;
import dev.almanac.topology.decide.attempt.Rejections;
import dev.almanac.topology.recurrence.Mark;
import dev.almanac.topology.recurrence.Next;
import dev.almanac.topology.recurrence.Rule;
import dev.almanac.topology.recurrence.RuleReading;
import dev.almanac.topology.recurrence.Series;
import dev.almanac.topology.series.ExceptDates;
import dev.almanac.topology.series.LocalDates;
import java.util.List;
import java.util.Optional;

/** What an operation says of how a task repeats. */
final class RecurrenceFields {
    private static final String FIELD = "/recurrence";
    private static final String RULE = FIELD + "/rule";

    private RecurrenceFields() {}

    /** @return what is wrong with it, by itself; empty where nothing is */
    static Optional<Rejection> fault(RecurrenceRequest asked) {
        if (asked.getCreation() == OccurrenceCreation.ON_SCHEDULE && asked.getBasis() == RecurrenceBasis.COMPLETION) {
            return Optional.of(
                    Rejections.invalid(FIELD + "/creation", "Must be on_completion where the basis is completion."));
        }
        return switch (Rule.read(asked.getRule())) {
            case RuleReading.Faulty(var fault) -> Optional.of(Rejections.invalid(RULE, fault.sentence()));
            case RuleReading.Sound any -> ExceptDateFields.fault(asked);
        };
    }

    /** @return what is wrong with how the task would repeat together with its dates and place; empty where nothing is */
    static Optional<Rejection> fault(TaskPatch patch, TaskDraft draft) {
        Optional<String> rule =
                patch.getRecurrence().map(RecurrenceRequest::getRule).or(() -> kept(patch, draft));
        if (rule.isEmpty() || !concerns(patch)) {
            return Optional.empty();
        }
        boolean isSubtask = patch.getParentId().isPresent()
                || (draft.parentId().isPresent() && !patch.getClear().contains("parentId"));
        if (isSubtask) {
            return Optional.of(Rejections.invalid(
                    patch.getRecurrence().isPresent() ? FIELD : "/parentId",
                    "A subtask comes again with its parent, and can't repeat by itself."));
        }
        if (draft.due().isEmpty()) {
            return Optional.of(
                    patch.getClear().contains("due")
                            ? Rejections.invalid("/due", "Must be there as long as the task repeats.")
                            : Rejections.invalid(FIELD, "Must come with a due date, from which it is reckoned."));
        }
        TaskDate due = draft.due().get();
        return datesFault(rule.get(), due)
                .or(() -> patch.getRecurrence()
                        .flatMap(asked -> ExceptDateFields.fault(asked, dateOfSeries(asked, draft, due))));
    }

    /** Whether the patch touches what a recurrence depends on, or is one. */
    private static boolean concerns(TaskPatch patch) {
        return patch.getRecurrence().isPresent()
                || patch.getDue().isPresent()
                || patch.getParentId().isPresent()
                || patch.getClear().contains("due");
    }

    /** The present due date may be one to which this occurrence alone was moved. */
    private static TaskDate dateOfSeries(RecurrenceRequest asked, TaskDraft draft, TaskDate due) {
        return draft.recurrence()
                .filter(there -> isSame(asked, there))
                .map(Recurrence::getAnchor)
                .orElse(due);
    }

    private static Optional<String> kept(TaskPatch patch, TaskDraft draft) {
        return patch.getClear().contains("recurrence")
                ? Optional.empty()
                : draft.recurrence()
                        .filter(recurrence -> recurrence.getSuccessor().isEmpty())
                        .map(Recurrence::getRule);
    }

    private static Optional<Rejection> datesFault(String text, TaskDate due) {
        if (!(Rule.read(text) instanceof RuleReading.Sound(Rule rule))) {
            throw new IllegalArgumentException("Not found out before: " + text);
        }
        if (LocalDates.isWholeDay(due) && rule.needsTime()) {
            return Optional.of(Rejections.invalid(RULE, "Speaks of a time of day, so the due date must have one."));
        }
        Series series = new Series(rule, LocalDates.local(due), LocalDates.zone(due));
        return series.after(Mark.of(series.first())) instanceof Next.NotFound
                ? Optional.of(Rejections.invalid(
                        RULE, "Gives no date after " + LocalDates.local(due) + ", however far one looks."))
                : Optional.empty();
    }

    /** Whether the task repeats so already, whatever dates are left out. */
    static boolean isSame(RecurrenceRequest asked, Recurrence there) {
        return asked.getRule().equals(there.getRule())
                && asked.getBasis() == there.getBasis()
                && asked.getCreation() == there.getCreation()
                && asked.getCatchUp() == there.getCatchUp();
    }

    /**
     * The first occurrence's.
     *
     * @param leftOut dates that are left out where it tells none
     */
    static Recurrence begun(RecurrenceRequest asked, TaskDate due, List<TaskDate> leftOut) {
        return new Recurrence(
                asked.getRule(),
                asked.getBasis(),
                asked.getCreation(),
                asked.getCatchUp(),
                due,
                1L,
                null,
                null,
                asked.getExceptDates()
                        .map(dates -> ExceptDates.after(due, dates))
                        .orElse(leftOut));
    }
}
