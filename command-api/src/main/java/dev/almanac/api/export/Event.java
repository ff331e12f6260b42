package dev.almanac.api.export;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.fortuna.ical4j.model.ComponentList;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.component.VAlarm;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Related;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.RRule;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Transp;
import net.fortuna.ical4j.model.property.Trigger;
import net.fortuna.ical4j.model.property.Uid;
import tools.jackson.databind.JsonNode;

/**
 * A task as VEVENT, for the many programs that show no VTODO: when it is due, for as long as it is estimated to take. It takes
 * nobody's time in their eyes, and what is done has a tick.
 */
final class Event {
    private static final String TICK = "✓ ";

    private final JsonNode task;
    private final Parts parts;
    private final VEvent event = new VEvent(false);

    private Event(JsonNode task, Parts parts) {
        this.task = task;
        this.parts = parts;
    }

    /** @return empty where the task is not due at any time */
    static Optional<VEvent> of(JsonNode task, Parts parts) {
        return task.has("due") ? Optional.of(new Event(task, parts).component()) : Optional.empty();
    }

    private VEvent component() {
        event.add(new Uid(parts.text("id")));
        parts.describe(event, (parts.text("status").equals("completed") ? TICK : "") + parts.text("title"));
        var due = Parts.temporal(task.get("due"));
        event.add(new DtStart<>(due));
        if (due instanceof ZonedDateTime start && task.has("estimate")) {
            event.add(new DtEnd<>(start.plus(Parts.amount(parts.text("estimate")))));
        }
        if (parts.leads()) {
            event.add(new RRule<Temporal>(parts.ruleFromHere()));
            // From a date that was moved the rule gives others.
            if (task.get("due").equals(task.get("occurrence"))) {
                parts.leftOut().ifPresent(event::add);
            }
        }
        event.add(
                new Status(parts.text("status").equals("cancelled") ? Status.VALUE_CANCELLED : Status.VALUE_CONFIRMED));
        event.add(new Transp(Transp.VALUE_TRANSPARENT));
        event.setComponentList(new ComponentList<>(
                parts.reminders().stream().flatMap(this::alarm).toList()));
        return event;
    }

    /** One that counts from the task's own start, which an event has not, is told by its time, if that is known. */
    private Stream<VAlarm> alarm(JsonNode reminder) {
        if (reminder.has("offset") && !reminder.path("relativeTo").asString("").equals("start")) {
            var trigger = new Trigger(
                    new ParameterList(List.of(Related.START)),
                    Parts.amount(reminder.get("offset").stringValue()));
            return Stream.of(parts.alarm(trigger));
        }
        return Stream.of("at", "scheduledAt")
                .filter(reminder::has)
                .limit(1)
                .map(field -> parts.alarm(
                        new Trigger(Instant.parse(reminder.get(field).stringValue()))));
    }
}
