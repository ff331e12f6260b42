package dev.almanac.api.export;

import dev.almanac.api.ical.Occurrences;
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
import net.fortuna.ical4j.model.DateList;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.TextList;
import net.fortuna.ical4j.model.component.CalendarComponent;
import net.fortuna.ical4j.model.component.VAlarm;
import net.fortuna.ical4j.model.parameter.TzId;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.Action;
import net.fortuna.ical4j.model.property.Categories;
import net.fortuna.ical4j.model.property.Created;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.ExDate;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.Priority;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Trigger;
import net.fortuna.ical4j.model.property.XProperty;
import tools.jackson.databind.JsonNode;

/** What of a task is the same in every kind of component. */
final class Parts {
    /** The list by name, which iCalendar has no word for. */
    private static final String LIST = "X-ALMANAC-LIST";

    private static final Map<String, Integer> PRIORITIES = Map.of("urgent", 1, "high", 3, "medium", 5, "low", 7);
    private static final Pattern COUNT = Pattern.compile("(?<=COUNT=)[0-9]+");
    private static final Pattern WEEKS = Pattern.compile("(\\d+)W(?:(\\d+)D)?");

    private final JsonNode task;
    private final Map<String, String> lists;

    Parts(JsonNode task, Map<String, String> lists) {
        this.task = task;
        this.lists = lists;
    }

    /** The zones that its dates name. */
    Set<String> zones() {
        return Stream.of("start", "due", "occurrence")
                .map(task::path)
                .filter(date -> date.has("dateTime"))
                .map(date -> date.path("timeZone").asString("UTC"))
                .collect(Collectors.toSet());
    }

    void describe(CalendarComponent component, String summary) {
        component.add(new DtStamp(instant("updatedAt")));
        component.add(new Created(instant("createdAt")));
        component.add(new LastModified(instant("updatedAt")));
        component.add(new Summary(summary));
        if (task.has("notes")) {
            component.add(new Description(text("notes")));
        }
        var priority = PRIORITIES.get(text("priority"));
        if (priority != null) {
            component.add(new Priority(priority));
        }
        if (!task.path("tags").isEmpty()) {
            component.add(new Categories(new TextList(
                    task.get("tags").valueStream().map(JsonNode::asString).toList())));
        }
        if (lists.containsKey(text("listId"))) {
            component.add(new XProperty(LIST, lists.get(text("listId"))));
        }
    }

    /** Whether a series goes on from it. */
    boolean leads() {
        return task.has("recurrence") && !task.get("recurrence").has("successor") && task.has("due");
    }

    /** The rule by which it does, with what is left of COUNT. */
    String ruleFromHere() {
        var recurrence = task.get("recurrence");
        var before = recurrence.path("generated").asLong(1) - 1;
        return COUNT.matcher(recurrence.get("rule").stringValue())
                .replaceAll(count -> Long.toString(Math.max(1, Long.parseLong(count.group()) - before)));
    }

    /** A date as its zone's clocks and calendar have it. */
    static String local(JsonNode date) {
        return Occurrences.written(
                date.get(date.has("date") ? "date" : "dateTime").stringValue());
    }

    /** The local dates that a recurrence leaves out. */
    static List<String> exceptDates(JsonNode recurrence) {
        return recurrence.path("exceptDates").valueStream().map(Parts::local).toList();
    }

    /** Dates to come on which nothing is. */
    Optional<ExDate<?>> leftOut() {
        var recurrence = task.path("recurrence");
        return leftOut(exceptDates(recurrence), recurrence.path("anchor"));
    }

    /**
     * Unlike a single date, a list of them does not tell by itself of what kind and zone it is.
     *
     * @param dates local
     * @param like a date of the same kind
     */
    static Optional<ExDate<?>> leftOut(List<String> dates, JsonNode like) {
        if (dates.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                like.has("date")
                        ? new ExDate<>(
                                new ParameterList(List.of(Value.DATE)),
                                new DateList<>(
                                        dates.stream().map(LocalDate::parse).toList()))
                        : new ExDate<>(
                                new ParameterList(
                                        List.of(new TzId(like.path("timeZone").asString("UTC")))),
                                new DateList<>(
                                        dates.stream().map(LocalDateTime::parse).toList())));
    }

    List<JsonNode> reminders() {
        return task.path("reminders").valueStream().toList();
    }

    VAlarm alarm(Trigger trigger) {
        var alarm = new VAlarm();
        alarm.add(trigger);
        alarm.add(new Action(Action.VALUE_DISPLAY));
        alarm.add(new Description(text("title")));
        return alarm;
    }

    static TemporalAmount amount(String duration) {
        return duration.indexOf('T') < 0 ? Period.parse(duration) : Duration.parse(withoutWeeks(duration));
    }

    /** Durations of Java have no weeks. */
    private static String withoutWeeks(String duration) {
        return WEEKS.matcher(duration)
                .replaceAll(found -> 7 * Long.parseLong(found.group(1))
                        + (found.group(2) == null ? 0 : Long.parseLong(found.group(2)))
                        + "D");
    }

    static Temporal temporal(JsonNode date) {
        return date.has("date")
                ? LocalDate.parse(date.get("date").stringValue())
                : LocalDateTime.parse(date.get("dateTime").stringValue())
                        .atZone(ZoneId.of(date.path("timeZone").asString("UTC")));
    }

    Instant instant(String field) {
        return Instant.parse(text(field));
    }

    String text(String field) {
        return task.path(field).asString("");
    }
}
