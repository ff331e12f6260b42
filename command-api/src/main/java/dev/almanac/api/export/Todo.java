package dev.almanac.api.export;

import dev.almanac.api.export.AllSeries.Series;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAmount;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.fortuna.ical4j.model.ComponentList;
import net.fortuna.ical4j.model.DateList;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.TextList;
import net.fortuna.ical4j.model.component.VAlarm;
import net.fortuna.ical4j.model.component.VToDo;
import net.fortuna.ical4j.model.parameter.RelType;
import net.fortuna.ical4j.model.parameter.Related;
import net.fortuna.ical4j.model.parameter.TzId;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.Action;
import net.fortuna.ical4j.model.property.Categories;
import net.fortuna.ical4j.model.property.Completed;
import net.fortuna.ical4j.model.property.Created;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Due;
import net.fortuna.ical4j.model.property.ExDate;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.Priority;
import net.fortuna.ical4j.model.property.RRule;
import net.fortuna.ical4j.model.property.RecurrenceId;
import net.fortuna.ical4j.model.property.RelatedTo;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Trigger;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.XProperty;
import tools.jackson.databind.JsonNode;

/**
 * A task as VTODO. That of which a series goes on is the series: from its first date on, where what came of it is told too, as
 * exceptions; else from this occurrence on, with as many left of COUNT as it has, and what came before stands for itself.
 */
final class Todo {
    /** The list by name, which iCalendar has no word for. */
    static final String LIST = "X-ALMANAC-LIST";

    private static final Map<String, Integer> PRIORITIES = Map.of("urgent", 1, "high", 3, "medium", 5, "low", 7);
    private static final Pattern COUNT = Pattern.compile("(?<=COUNT=)[0-9]+");

    private final JsonNode task;
    private final Map<String, String> lists;
    private final AllSeries all;
    private final Optional<Series> series;
    private final VToDo todo = new VToDo(false);

    Todo(JsonNode task, Map<String, String> lists, AllSeries all) {
        this.task = task;
        this.lists = lists;
        this.all = all;
        this.series = all.of(task);
    }

    /** The zones that its dates name. */
    Set<String> zones() {
        return Stream.of("start", "due", "occurrence")
                .map(task::path)
                .filter(date -> date.has("dateTime"))
                .map(date -> date.path("timeZone").asString("UTC"))
                .collect(Collectors.toSet());
    }

    VToDo component() {
        todo.add(new Uid(text(series.isPresent() ? "seriesId" : "id")));
        todo.add(new DtStamp(instant("updatedAt")));
        todo.add(new Created(instant("createdAt")));
        todo.add(new LastModified(instant("updatedAt")));
        todo.add(new Summary(text("title")));
        if (task.has("notes")) {
            todo.add(new Description(text("notes")));
        }
        dates();
        status();
        var priority = PRIORITIES.get(text("priority"));
        if (priority != null) {
            todo.add(new Priority(priority));
        }
        if (!task.path("tags").isEmpty()) {
            todo.add(new Categories(new TextList(
                    task.get("tags").valueStream().map(JsonNode::asString).toList())));
        }
        if (task.has("parentId")) {
            todo.add(new RelatedTo(new ParameterList(List.of(RelType.PARENT)), all.uid(text("parentId"))));
        }
        if (lists.containsKey(text("listId"))) {
            todo.add(new XProperty(LIST, lists.get(text("listId"))));
        }
        todo.setComponentList(new ComponentList<>(
                task.path("reminders").valueStream().map(this::alarm).toList()));
        return todo;
    }

    /** Where it repeats iCalendar wants a start, and its dates are reckoned from that. */
    private void dates() {
        if (isLeading()) {
            if (series.isPresent()) {
                whole(series.get());
                return;
            }
            todo.add(new DtStart<>(temporal(task.path(task.has("occurrence") ? "occurrence" : "due"))));
            todo.add(new RRule<Temporal>(rule()));
            if (task.has("occurrence") && !task.get("occurrence").equals(task.get("due"))) {
                todo.add(new Due<>(temporal(task.get("due"))));
            }
            return;
        }
        if (series.isPresent()) {
            todo.add(new RecurrenceId<>(temporal(task.get("occurrence"))));
        }
        if (task.has("start")) {
            todo.add(new DtStart<>(temporal(task.get("start"))));
        }
        if (task.has("due")) {
            todo.add(new Due<>(temporal(task.get("due"))));
        }
    }

    private void whole(Series told) {
        todo.add(new DtStart<>(temporal(told.anchor())));
        todo.add(new RRule<Temporal>(task.get("recurrence").get("rule").stringValue()));
        if (!told.leftOut().isEmpty()) {
            todo.add(leftOut(told));
        }
    }

    /** Unlike a single date, a list of them does not tell by itself of what kind and zone it is. */
    private static ExDate<?> leftOut(Series told) {
        var dates = told.leftOut().stream();
        return told.anchor().has("date")
                ? new ExDate<>(
                        new ParameterList(List.of(Value.DATE)),
                        new DateList<>(dates.map(LocalDate::parse).toList()))
                : new ExDate<>(
                        new ParameterList(List.of(
                                new TzId(told.anchor().path("timeZone").asString("UTC")))),
                        new DateList<>(dates.map(LocalDateTime::parse).toList()));
    }

    private boolean isLeading() {
        return task.has("recurrence") && !task.get("recurrence").has("successor") && task.has("due");
    }

    private String rule() {
        var recurrence = task.get("recurrence");
        var before = recurrence.path("generated").asLong(1) - 1;
        return COUNT.matcher(recurrence.get("rule").stringValue())
                .replaceAll(count -> Long.toString(Math.max(1, Long.parseLong(count.group()) - before)));
    }

    private void status() {
        switch (text("status")) {
            case "completed" -> {
                todo.add(new Status(Status.VALUE_COMPLETED));
                if (task.has("completedAt")) {
                    todo.add(new Completed(instant("completedAt")));
                }
            }
            case "cancelled" -> todo.add(new Status(Status.VALUE_CANCELLED));
            default -> todo.add(new Status(Status.VALUE_NEEDS_ACTION));
        }
    }

    private VAlarm alarm(JsonNode reminder) {
        var alarm = new VAlarm();
        alarm.add(
                reminder.has("at")
                        ? new Trigger(Instant.parse(reminder.get("at").stringValue()))
                        : trigger(reminder));
        alarm.add(new Action(Action.VALUE_DISPLAY));
        alarm.add(new Description(text("title")));
        return alarm;
    }

    private Trigger trigger(JsonNode reminder) {
        var atStart = reminder.path("relativeTo").asString("").equals("start") || isLeading();
        return new Trigger(
                new ParameterList(List.of(atStart ? Related.START : Related.END)),
                amount(reminder.get("offset").stringValue()));
    }

    private static TemporalAmount amount(String offset) {
        return offset.indexOf('T') < 0 ? Period.parse(offset) : Duration.parse(withoutWeeks(offset));
    }

    /** Durations of Java have no weeks. */
    private static String withoutWeeks(String offset) {
        var weeks = Pattern.compile("(\\d+)W(?:(\\d+)D)?").matcher(offset);
        return weeks.replaceAll(found -> 7 * Long.parseLong(found.group(1))
                + (found.group(2) == null ? 0 : Long.parseLong(found.group(2)))
                + "D");
    }

    private static Temporal temporal(JsonNode date) {
        return date.has("date")
                ? LocalDate.parse(date.get("date").stringValue())
                : LocalDateTime.parse(date.get("dateTime").stringValue())
                        .atZone(ZoneId.of(date.path("timeZone").asString("UTC")));
    }

    private Instant instant(String field) {
        return Instant.parse(text(field));
    }

    private String text(String field) {
        return task.path(field).asString("");
    }
}
