package dev.almanac.api.importing;

import dev.almanac.api.importing.Item.Kind;
import dev.almanac.schemas.id.Ids;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The {@code data.json} of a Vikunja export: an array of projects, each with its tasks. Projects become lists. */
final class VikunjaJson implements Source {
    private static final UUID PROJECTS = Ids.v5(Ids.SYSTEM, "imported from Vikunja");
    private static final String SECTION = "tasks";
    /** How Vikunja writes that there is no time. */
    private static final String NEVER = "0001";

    private final JsonMapper mapper;
    private final ZoneId zone;

    /** @param zone whose clock tells dates, which Vikunja keeps as moments */
    VikunjaJson(JsonMapper mapper, ZoneId zone) {
        this.mapper = mapper;
        this.zone = zone;
    }

    @Override
    public String name() {
        return "vikunja";
    }

    @Override
    public boolean namesLists() {
        return true;
    }

    @Override
    public void read(InputStream file, Consumer<Item> items) throws IOException, MalformedFileException {
        var budget = new Budget(file);
        try (var parser = mapper.createParser(budget)) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw new MalformedFileException("", "expected an array of projects");
            }
            var counter = new int[1];
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                project(parser, budget, items, counter);
            }
        } catch (JacksonException unreadable) {
            throw AlmanacJson.malformed(unreadable);
        }
    }

    private void project(JsonParser parser, Budget budget, Consumer<Item> items, int[] counter) {
        var title = "Project";
        for (var field = parser.nextName(); field != null; field = parser.nextName()) {
            parser.nextToken();
            if (field.equals("title") && parser.currentToken() == JsonToken.VALUE_STRING) {
                title = parser.getString();
            } else if (field.equals("tasks") && parser.currentToken() == JsonToken.START_ARRAY) {
                var list = TaskCsv.listId(PROJECTS, title);
                items.accept(new Item(Kind.LIST, SECTION, counter[0], TaskCsv.list(list, title)));
                while (parser.nextToken() == JsonToken.START_OBJECT) {
                    task(mapper.readTree(parser), list, items, counter[0]);
                    counter[0]++;
                    budget.renew();
                }
            } else {
                parser.skipChildren();
            }
            budget.renew();
        }
    }

    private void task(JsonNode told, UUID list, Consumer<Item> items, int number) {
        var id = id(told);
        var task = JsonNodeFactory.instance.objectNode().put("id", id).put("listId", list.toString());
        task.put(
                "title", told.path("title").asString("").replaceAll("\\s+", " ").strip());
        put(task, "notes", Optional.of(told.path("description").asString("")).filter(text -> !text.isBlank()));
        task.put("status", told.path("done").asBoolean(false) ? "completed" : "open");
        put(task, "completedAt", moment(told, "done_at"));
        put(task, "createdAt", moment(told, "created"));
        put(task, "updatedAt", moment(told, "updated"));
        task.put("priority", priority(told.path("priority").asInt(0)));
        date(told, "due_date").ifPresent(due -> task.set("due", due));
        date(told, "start_date").ifPresent(start -> task.set("start", start));
        labels(told, task);
        reminders(told, task);
        var parents = told.path("related_tasks").path("parenttask");
        if (!parents.isEmpty()) {
            task.put("parentId", id(parents.get(0)));
        } else if (task.has("due")) {
            rule(told).ifPresent(rule -> {
                var basis = told.path("repeat_mode").asInt(0) == 2 ? "completion" : "due";
                task.putObject("recurrence").put("rule", rule).put("basis", basis);
            });
        }
        items.accept(new Item(Kind.TASK, SECTION, number, task));
        comments(told, id, items, number);
    }

    private static String id(JsonNode task) {
        return Ids.v5(PROJECTS, "task/" + task.path("id").asString("")).toString();
    }

    private static void put(ObjectNode task, String field, Optional<String> value) {
        value.ifPresent(it -> task.put(field, it));
    }

    private static Optional<String> moment(JsonNode object, String field) {
        return Optional.of(object.path(field).asString("")).filter(text -> !text.isEmpty() && !text.startsWith(NEVER));
    }

    private Optional<ObjectNode> date(JsonNode told, String field) {
        return moment(told, field).map(text -> {
            var date = JsonNodeFactory.instance.objectNode();
            try {
                var local = Instant.parse(text).atZone(zone).toLocalDateTime().withNano(0);
                return date.put("dateTime", local.toString()).put("timeZone", zone.getId());
            } catch (DateTimeException _) {
                return date.put("dateTime", text);
            }
        });
    }

    private static String priority(int rank) {
        return switch (rank) {
            case 1 -> "low";
            case 2 -> "medium";
            case 3 -> "high";
            case 4, 5 -> "urgent";
            default -> "none";
        };
    }

    private static void labels(JsonNode told, ObjectNode task) {
        if (!told.path("labels").isEmpty()) {
            var tags = task.putArray("tags");
            told.get("labels").forEach(label -> tags.add(label.path("title").asString("")));
        }
    }

    private static void reminders(JsonNode told, ObjectNode task) {
        if (told.path("reminders").isEmpty()) {
            return;
        }
        var reminders = task.putArray("reminders");
        for (var reminder : told.get("reminders")) {
            var from = reminder.path("relative_to").asString("");
            if (from.equals("due_date") || from.equals("start_date")) {
                var offset = Duration.ofSeconds(reminder.path("relative_period").asLong(0));
                var made = reminders.addObject().put("offset", offset(offset));
                if (from.equals("start_date")) {
                    made.put("relativeTo", "start");
                }
            } else {
                moment(reminder, "reminder")
                        .ifPresent(at -> reminders.addObject().put("at", at));
            }
        }
    }

    private static String offset(Duration offset) {
        return offset.isNegative() ? "-" + offset.negated() : offset.toString();
    }

    /** Vikunja repeats after so many seconds, or by the month. */
    private static Optional<String> rule(JsonNode told) {
        if (told.path("repeat_mode").asInt(0) == 1) {
            return Optional.of("FREQ=MONTHLY;RSCALE=GREGORIAN;SKIP=BACKWARD");
        }
        var period = Duration.ofSeconds(told.path("repeat_after").asLong(0));
        if (!period.isPositive()) {
            return Optional.empty();
        }
        var days = period.toDays();
        if (period.equals(Duration.ofDays(days))) {
            return Optional.of(days % 7 == 0 ? every("WEEKLY", days / 7) : every("DAILY", days));
        }
        return Optional.of(
                period.equals(Duration.ofHours(period.toHours()))
                        ? every("HOURLY", period.toHours())
                        : every("MINUTELY", Math.max(1, period.toMinutes())));
    }

    private static String every(String frequency, long interval) {
        return "FREQ=" + frequency + (interval > 1 ? ";INTERVAL=" + interval : "");
    }

    private static void comments(JsonNode told, String taskId, Consumer<Item> items, int number) {
        for (var comment : told.path("comments")) {
            var json = JsonNodeFactory.instance
                    .objectNode()
                    .put(
                            "id",
                            Ids.v5(PROJECTS, "comment/" + comment.path("id").asString(""))
                                    .toString())
                    .put("taskId", taskId)
                    .put("text", comment.path("comment").asString(""));
            put(json, "createdAt", moment(comment, "created"));
            items.accept(new Item(Kind.COMMENT, SECTION, number, json));
        }
    }
}
