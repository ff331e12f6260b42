package dev.almanac.topology.decide.task;

import dev.almanac.schemas.model.OccurrenceTemplate;
import dev.almanac.schemas.model.Recurrence;
import dev.almanac.schemas.model.Task;
import dev.almanac.schemas.model.TaskDate;
import dev.almanac.topology.series.ExceptDates;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A recurrence as it was, but for one thing. */
final class Recurrences {
    private Recurrences() {}

    static Recurrence handedOn(Recurrence it, @Nullable UUID successor) {
        return with(
                it, it.getAnchor(), it.getGenerated(), it.getTemplate().orElse(null), successor, it.getExceptDates());
    }

    /** Dates left out that lie before the next one are of no use any more. */
    static Recurrence next(Recurrence it, int number, TaskDate date) {
        return with(it, it.getAnchor(), number, null, null, ExceptDates.after(date, it.getExceptDates()));
    }

    static Recurrence withTemplate(Recurrence it, @Nullable OccurrenceTemplate template) {
        return with(it, it.getAnchor(), it.getGenerated(), template, null, it.getExceptDates());
    }

    /** @param from the occurrence that becomes the anchor, before it was moved there */
    static Recurrence anchored(Recurrence it, TaskDate from, TaskDate anchor) {
        return with(
                it,
                anchor,
                it.getGenerated(),
                it.getTemplate().orElse(null),
                null,
                ExceptDates.moved(it.getExceptDates(), from, anchor));
    }

    static Recurrence leavingOut(Recurrence it, List<TaskDate> dates) {
        return with(it, it.getAnchor(), it.getGenerated(), it.getTemplate().orElse(null), null, dates);
    }

    /** What the next occurrence begins with, where this one had not been edited by itself. */
    static OccurrenceTemplate template(Task task) {
        return new OccurrenceTemplate(
                task.getTitle(),
                task.getNotes().orElse(null),
                task.getPriority(),
                task.getTags(),
                task.getStart().orElse(null),
                task.getEstimate().orElse(null),
                task.getAssignee().orElse(null),
                task.getReminders());
    }

    private static Recurrence with(
            Recurrence it,
            TaskDate anchor,
            long generated,
            @Nullable OccurrenceTemplate template,
            @Nullable UUID successor,
            List<TaskDate> exceptDates) {
        return new Recurrence(
                it.getRule(),
                it.getBasis(),
                it.getCreation(),
                it.getCatchUp(),
                anchor,
                generated,
                template,
                successor,
                exceptDates);
    }
}
