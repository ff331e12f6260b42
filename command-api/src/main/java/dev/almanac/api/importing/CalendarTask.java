package dev.almanac.api.importing;

import dev.almanac.api.importing.Calendar.Component;
import dev.almanac.api.importing.Calendar.Property;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a VTODO says of itself, as a task. */
final class CalendarTask {
    private static final String UNTITLED = "Untitled";

    private final Component todo;
    private final CalendarDates dates;

    CalendarTask(Component todo, CalendarDates dates) {
        this.todo = todo;
        this.dates = dates;
    }

    ObjectNode json() {
        var task = JsonNodeFactory.instance.objectNode();
        task.put(
                "title",
                todo.first("SUMMARY")
                        .map(Property::text)
                        .map(CalendarTask::line)
                        .orElse(UNTITLED));
        todo.first("DESCRIPTION").map(Property::text).ifPresent(notes -> task.put("notes", notes));
        todo.first("STATUS").ifPresent(status -> task.put("status", status(status.value())));
        todo.first("PRIORITY").ifPresent(priority -> task.put("priority", priority(priority.value())));
        todo.first("DTSTART").ifPresent(start -> task.set("start", dates.json(start)));
        todo.first("DUE").ifPresent(due -> task.set("due", dates.json(due)));
        todo.first("CREATED").ifPresent(at -> task.put("createdAt", CalendarDates.instant(at)));
        todo.first("LAST-MODIFIED").ifPresent(at -> task.put("updatedAt", CalendarDates.instant(at)));
        todo.first("COMPLETED").ifPresent(at -> task.put("completedAt", CalendarDates.instant(at)));
        tags(task);
        reminders(task);
        return task;
    }

    private static String line(String text) {
        var line = text.replaceAll("\\s+", " ").strip();
        return line.isEmpty() ? UNTITLED : line;
    }

    private static String status(String value) {
        return switch (value.toUpperCase(Locale.ROOT)) {
            case "COMPLETED" -> "completed";
            case "CANCELLED" -> "cancelled";
            default -> "open";
        };
    }

    private static String priority(String value) {
        return switch (value) {
            case "1" -> "urgent";
            case "2", "3", "4" -> "high";
            case "5" -> "medium";
            case "6", "7", "8", "9" -> "low";
            default -> "none";
        };
    }

    private void tags(ObjectNode task) {
        var tags = todo.all("CATEGORIES").stream()
                // A comma that is meant has a backslash before it.
                .flatMap(categories -> Stream.of(categories.value().split("(?<!\\\\),")))
                .map(tag -> line(new Property(Map.of(), tag).text()))
                .distinct()
                .toList();
        if (!tags.isEmpty()) {
            var array = task.putArray("tags");
            tags.forEach(array::add);
        }
    }

    private void reminders(ObjectNode task) {
        var triggers = todo.inner().stream()
                .filter(inner -> inner.name().equals("VALARM"))
                .flatMap(alarm -> alarm.first("TRIGGER").stream())
                .toList();
        if (triggers.isEmpty()) {
            return;
        }
        var array = task.putArray("reminders");
        triggers.forEach(trigger -> {
            var reminder = array.addObject();
            if (trigger.value().contains("P")) {
                reminder.put("offset", trigger.value());
                if (isFromStart(trigger)) {
                    reminder.put("relativeTo", "start");
                }
            } else {
                reminder.put("at", CalendarDates.instant(trigger));
            }
        });
    }

    /** What repeats has its start for its due date. */
    private boolean isFromStart(Property trigger) {
        return trigger.parameters().getOrDefault("RELATED", "START").equalsIgnoreCase("START")
                && todo.first("DTSTART").isPresent()
                && todo.first("RRULE").isEmpty();
    }
}
