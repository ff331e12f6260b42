package dev.almanac.topology.decide.task;

import dev.almanac.schemas.model.OccurrenceTemplate;
import dev.almanac.schemas.model.Recurrence;
import dev.almanac.schemas.model.Task;
import dev.almanac.schemas.model.TaskDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A recurrence as it was, but for one thing. */
final class Recurrences {
    private Recurrences() {}

    static Recurrence handedOn(Recurrence it, @Nullable UUID successor) {
        return with(it, it.getAnchor(), it.getGenerated(), it.getTemplate().orElse(null), successor);
    }

    static Recurrence next(Recurrence it, int number) {
        return with(it, it.getAnchor(), number, null, null);
    }

    static Recurrence withTemplate(Recurrence it, @Nullable OccurrenceTemplate template) {
        return with(it, it.getAnchor(), it.getGenerated(), template, null);
    }

    static Recurrence anchored(Recurrence it, TaskDate anchor) {
        return with(it, anchor, it.getGenerated(), it.getTemplate().orElse(null), null);
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
            @Nullable UUID successor) {
        return new Recurrence(
                it.getRule(), it.getBasis(), it.getCreation(), it.getCatchUp(), anchor, generated, template, successor);
    }
}
