package dev.almanac.api.table;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A task as a row: its JSON, as the contract has it, in columns, and back. */
public enum TaskColumns {
    ID,
    PARENT_ID,
    LIST,
    TITLE,
    NOTES,
    STATUS,
    PRIORITY,
    TAGS,
    START,
    START_TIME_ZONE,
    DUE,
    DUE_TIME_ZONE,
    ESTIMATE,
    ASSIGNEE,
    RECURRENCE,
    BASIS,
    CREATION,
    CATCH_UP,
    REMINDERS,
    CREATED_AT,
    UPDATED_AT,
    COMPLETED_AT;

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String START_OFFSET = "start:";

    private final String column = camelCase(name());

    private static String camelCase(String name) {
        var words = name.toLowerCase(Locale.ROOT).split("_", -1);
        return words[0]
                + Arrays.stream(words)
                        .skip(1)
                        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                        .collect(Collectors.joining());
    }

    /** The heading. */
    public static List<String> names() {
        return Arrays.stream(values()).map(column -> column.column).toList();
    }

    /** The values of a task; nothing where it has none. */
    public static List<String> values(JsonNode task, Map<String, String> listNames) {
        return Arrays.stream(values())
                .map(column -> column.write(task, listNames))
                .toList();
    }

    private String write(JsonNode task, Map<String, String> listNames) {
        return switch (this) {
            case LIST -> listNames.getOrDefault(text(task, "listId"), "");
            case TAGS ->
                task.path("tags")
                        .valueStream()
                        .map(tag -> escaped(tag.asString()))
                        .collect(Collectors.joining(","));
            case START -> local(task.path("start"));
            case START_TIME_ZONE -> text(task.path("start"), "timeZone");
            case DUE -> local(task.path("due"));
            case DUE_TIME_ZONE -> text(task.path("due"), "timeZone");
            case RECURRENCE -> isLeading(task) ? text(task.path("recurrence"), "rule") : "";
            case BASIS, CREATION, CATCH_UP -> isLeading(task) ? text(task.path("recurrence"), column) : "";
            case REMINDERS ->
                task.path("reminders").valueStream().map(TaskColumns::reminder).collect(Collectors.joining(" "));
            case ID,
                    PARENT_ID,
                    TITLE,
                    NOTES,
                    STATUS,
                    PRIORITY,
                    ESTIMATE,
                    ASSIGNEE,
                    CREATED_AT,
                    UPDATED_AT,
                    COMPLETED_AT -> text(task, column);
        };
    }

    /** Whether the series goes on from this occurrence. */
    private static boolean isLeading(JsonNode task) {
        return !task.path("recurrence").has("successor");
    }

    private static String text(JsonNode object, String field) {
        return object.path(field).asString("");
    }

    private static String local(JsonNode date) {
        return text(date, date.has("date") ? "date" : "dateTime");
    }

    private static String reminder(JsonNode reminder) {
        return reminder.has("at")
                ? text(reminder, "at")
                : (text(reminder, "relativeTo").equals("start") ? START_OFFSET : "") + text(reminder, "offset");
    }

    private static String escaped(String tag) {
        return tag.replace("\\", "\\\\").replace(",", "\\,");
    }

    /** The JSON of a row; what it has in a column that it shouldn't is there to be refused. */
    public static ObjectNode read(List<String> names, List<String> row) {
        var task = JSON.objectNode();
        for (var index = 0; index < Math.min(names.size(), row.size()); index++) {
            var value = row.get(index);
            var name = names.get(index);
            var column = Arrays.stream(values())
                    .filter(it -> it.column.equalsIgnoreCase(name))
                    .findFirst();
            if (!value.isBlank() && column.isPresent()) {
                column.get().read(value, task);
            }
        }
        return task;
    }

    /** Whether a heading names a column. */
    public static boolean isKnown(String name) {
        return Arrays.stream(values()).anyMatch(column -> column.column.equalsIgnoreCase(name));
    }

    /** The name of the list in a row that has one. */
    public static Optional<String> list(List<String> names, List<String> row) {
        for (var index = 0; index < Math.min(names.size(), row.size()); index++) {
            if (names.get(index).equalsIgnoreCase(LIST.column)
                    && !row.get(index).isBlank()) {
                return Optional.of(row.get(index).strip());
            }
        }
        return Optional.empty();
    }

    private void read(String value, ObjectNode task) {
        switch (this) {
            case LIST -> {
                // By name, which the list itself is made by.
            }
            case TAGS -> task.set("tags", tags(value));
            case START -> date(task, "start", value);
            case DUE -> date(task, "due", value);
            case START_TIME_ZONE -> object(task, "start").put("timeZone", value);
            case DUE_TIME_ZONE -> object(task, "due").put("timeZone", value);
            case RECURRENCE -> object(task, "recurrence").put("rule", value);
            case BASIS, CREATION, CATCH_UP -> object(task, "recurrence").put(column, value);
            case REMINDERS -> task.set("reminders", reminders(value));
            case ID,
                    PARENT_ID,
                    TITLE,
                    NOTES,
                    STATUS,
                    PRIORITY,
                    ESTIMATE,
                    ASSIGNEE,
                    CREATED_AT,
                    UPDATED_AT,
                    COMPLETED_AT -> task.put(column, value);
        }
    }

    private static ObjectNode object(ObjectNode task, String field) {
        return task.get(field) instanceof ObjectNode object ? object : task.putObject(field);
    }

    private static void date(ObjectNode task, String field, String value) {
        object(task, field).put(value.indexOf('T') < 0 ? "date" : "dateTime", value);
    }

    private static JsonNode tags(String value) {
        var tags = JSON.arrayNode();
        var tag = new StringBuilder();
        for (var index = 0; index < value.length(); index++) {
            var character = value.charAt(index);
            if (character == '\\' && index + 1 < value.length()) {
                index++;
                tag.append(value.charAt(index));
            } else if (character == ',') {
                add(tags, tag);
            } else {
                tag.append(character);
            }
        }
        add(tags, tag);
        return tags;
    }

    private static void add(ArrayNode tags, StringBuilder tag) {
        if (!tag.toString().isBlank()) {
            tags.add(tag.toString().strip());
        }
        tag.setLength(0);
    }

    private static JsonNode reminders(String value) {
        var reminders = JSON.arrayNode();
        for (var text : value.strip().split("\\s+")) {
            var reminder = reminders.addObject();
            if (text.startsWith(START_OFFSET)) {
                reminder.put("offset", text.substring(START_OFFSET.length())).put("relativeTo", "start");
            } else {
                reminder.put(text.contains("P") ? "offset" : "at", text);
            }
        }
        return reminders;
    }
}
