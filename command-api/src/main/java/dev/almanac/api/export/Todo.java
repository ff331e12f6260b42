package dev.almanac.api.export;

import dev.almanac.api.export.AllSeries.Series;
import java.time.Instant;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Optional;
import net.fortuna.ical4j.model.ComponentList;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.component.VAlarm;
import net.fortuna.ical4j.model.component.VToDo;
import net.fortuna.ical4j.model.parameter.RelType;
import net.fortuna.ical4j.model.parameter.Related;
import net.fortuna.ical4j.model.property.Completed;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Due;
import net.fortuna.ical4j.model.property.RRule;
import net.fortuna.ical4j.model.property.RecurrenceId;
import net.fortuna.ical4j.model.property.RelatedTo;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Trigger;
import net.fortuna.ical4j.model.property.Uid;
import tools.jackson.databind.JsonNode;

/**
 * A task as VTODO. That of which a series goes on is the series: from its first date on, where what came of it is told too, as
 * exceptions; else from this occurrence on, with as many left of COUNT as it has, and what came before stands for itself.
 */
final class Todo {
    private final JsonNode task;
    private final Parts parts;
    private final AllSeries all;
    private final Optional<Series> series;
    private final VToDo todo = new VToDo(false);

    Todo(JsonNode task, Parts parts, AllSeries all) {
        this.task = task;
        this.parts = parts;
        this.all = all;
        this.series = all.of(task);
    }

    VToDo component() {
        todo.add(new Uid(parts.text(series.isPresent() ? "seriesId" : "id")));
        parts.describe(todo, parts.text("title"));
        dates();
        status();
        if (task.has("parentId")) {
            todo.add(new RelatedTo(new ParameterList(List.of(RelType.PARENT)), all.uid(parts.text("parentId"))));
        }
        todo.setComponentList(
                new ComponentList<>(parts.reminders().stream().map(this::alarm).toList()));
        return todo;
    }

    /** Where it repeats iCalendar wants a start, and its dates are reckoned from that. */
    private void dates() {
        if (parts.leads()) {
            if (series.isPresent()) {
                whole(series.get());
                return;
            }
            todo.add(new DtStart<>(Parts.temporal(task.path(task.has("occurrence") ? "occurrence" : "due"))));
            todo.add(new RRule<Temporal>(parts.ruleFromHere()));
            parts.leftOut().ifPresent(todo::add);
            if (task.has("occurrence") && !task.get("occurrence").equals(task.get("due"))) {
                todo.add(new Due<>(Parts.temporal(task.get("due"))));
            }
            return;
        }
        if (series.isPresent()) {
            todo.add(new RecurrenceId<>(Parts.temporal(task.get("occurrence"))));
        }
        if (task.has("start")) {
            todo.add(new DtStart<>(Parts.temporal(task.get("start"))));
        }
        if (task.has("due")) {
            todo.add(new Due<>(Parts.temporal(task.get("due"))));
        }
    }

    private void whole(Series told) {
        todo.add(new DtStart<>(Parts.temporal(told.anchor())));
        todo.add(new RRule<Temporal>(task.get("recurrence").get("rule").stringValue()));
        Parts.leftOut(told.leftOut(), told.anchor()).ifPresent(todo::add);
    }

    private void status() {
        switch (parts.text("status")) {
            case "completed" -> {
                todo.add(new Status(Status.VALUE_COMPLETED));
                if (task.has("completedAt")) {
                    todo.add(new Completed(parts.instant("completedAt")));
                }
            }
            case "cancelled" -> todo.add(new Status(Status.VALUE_CANCELLED));
            default -> todo.add(new Status(Status.VALUE_NEEDS_ACTION));
        }
    }

    private VAlarm alarm(JsonNode reminder) {
        return parts.alarm(
                reminder.has("at")
                        ? new Trigger(Instant.parse(reminder.get("at").stringValue()))
                        : trigger(reminder));
    }

    private Trigger trigger(JsonNode reminder) {
        var atStart = reminder.path("relativeTo").asString("").equals("start") || parts.leads();
        return new Trigger(
                new ParameterList(List.of(atStart ? Related.START : Related.END)),
                Parts.amount(reminder.get("offset").stringValue()));
    }
}
