package dev.almanac.api.importing;

import dev.almanac.api.importing.Item.Kind;
import dev.almanac.api.quickadd.Interpreter;
import dev.almanac.api.quickadd.Setting;
import dev.almanac.api.quickadd.Understood;
import dev.almanac.schemas.id.Ids;
import dev.almanac.schemas.json.AvroJson;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.apache.avro.specific.SpecificRecord;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A project as Todoist exports it: tasks with their indentation, sections, which become lists, and notes, which become
 * comments. Dates are told in words, and are understood as quick add understands them; what is not is kept in the notes.
 */
final class TodoistCsv implements Source {
    private static final Pattern LABEL = Pattern.compile("(?<=^|\\s)@([\\p{L}\\p{N}_-]+)");
    private static final int DEEPEST = 5;

    private final UUID file;
    private final Setting setting;

    /** @param setting in which dates such as {@code tomorrow} are meant */
    TodoistCsv(UUID file, Setting setting) {
        this.file = file;
        this.setting = setting;
    }

    /** Whether a heading is Todoist's. */
    static boolean isHeading(String line) {
        var upper = line.toUpperCase(Locale.ROOT);
        return upper.contains("TYPE") && upper.contains("CONTENT") && upper.contains("INDENT");
    }

    @Override
    public String name() {
        return "todoist";
    }

    @Override
    public boolean namesLists() {
        return true;
    }

    @Override
    public void read(InputStream in, Consumer<Item> items) throws IOException, MalformedFileException {
        Table.read(in, told -> {
            var names = told.stream()
                    .map(name -> name.strip().toUpperCase(Locale.ROOT))
                    .toList();
            var reading = new Reading(items);
            return (row, number) -> reading.row(named(names, row), number);
        });
    }

    private static Map<String, String> named(List<String> names, List<String> row) {
        Map<String, String> values = new HashMap<>();
        for (var index = 0; index < Math.min(names.size(), row.size()); index++) {
            values.put(names.get(index), row.get(index).strip());
        }
        return values;
    }

    private final class Reading {
        private final Consumer<Item> items;
        private final Set<UUID> lists = new HashSet<>();
        private final List<UUID> above = new ArrayList<>();
        private Optional<UUID> list = Optional.empty();

        Reading(Consumer<Item> items) {
            this.items = items;
        }

        void row(Map<String, String> row, int number) {
            var content = row.getOrDefault("CONTENT", "");
            switch (row.getOrDefault("TYPE", "").toLowerCase(Locale.ROOT)) {
                case "task" -> task(row, content, number);
                case "section" -> section(content, number);
                case "note" -> note(content, number);
                default -> {
                    // Rows that tell of the view, or separate.
                }
            }
        }

        private void section(String name, int number) {
            above.clear();
            var id = TaskCsv.listId(file, name);
            list = Optional.of(id);
            if (lists.add(id)) {
                items.accept(new Item(Kind.LIST, Table.SECTION, number, TaskCsv.list(id, name)));
            }
        }

        private void note(String text, int number) {
            if (!above.isEmpty() && !text.isEmpty()) {
                var comment = JsonNodeFactory.instance
                        .objectNode()
                        .put("id", Ids.v5(file, "row/" + number).toString())
                        .put("taskId", above.getLast().toString())
                        .put("text", text);
                items.accept(new Item(Kind.COMMENT, Table.SECTION, number, comment));
            }
        }

        private void task(Map<String, String> row, String content, int number) {
            var id = Ids.v5(file, "row/" + number);
            var task = JsonNodeFactory.instance.objectNode().put("id", id.toString());
            var labels = LABEL.matcher(content)
                    .results()
                    .map(label -> label.group(1))
                    .distinct()
                    .toList();
            task.put(
                    "title",
                    LABEL.matcher(content)
                            .replaceAll("")
                            .replaceAll("\\s+", " ")
                            .strip());
            if (!labels.isEmpty()) {
                var tags = task.putArray("tags");
                labels.forEach(tags::add);
            }
            task.put("priority", priority(row.getOrDefault("PRIORITY", "")));
            list.ifPresent(it -> task.put("listId", it.toString()));
            parent(row.getOrDefault("INDENT", "1"), id).ifPresent(it -> task.put("parentId", it.toString()));
            date(row, task);
            items.accept(new Item(Kind.TASK, Table.SECTION, number, task));
        }

        /** What is deeper than trees may be stands at their lowest level. */
        private Optional<UUID> parent(String indent, UUID id) {
            var level = indent.matches("[1-9]") ? Integer.parseInt(indent) : 1;
            while (above.size() >= Math.min(level, DEEPEST)) {
                above.removeLast();
            }
            var parent = above.isEmpty() ? Optional.<UUID>empty() : Optional.of(above.getLast());
            above.add(id);
            return parent;
        }

        private void date(Map<String, String> row, ObjectNode task) {
            var told = row.getOrDefault("DATE", "");
            var notes = row.getOrDefault("DESCRIPTION", "");
            var understood = told.isEmpty()
                    ? Optional.<Understood>empty()
                    : Optional.of(Interpreter.english().read(told, setting))
                            .filter(it -> it.due().isPresent());
            understood.flatMap(Understood::due).ifPresent(due -> task.set("due", json(due)));
            if (!task.has("parentId")) {
                understood
                        .flatMap(Understood::recurrence)
                        .ifPresent(recurrence -> task.set("recurrence", json(recurrence)));
            }
            if (!told.isEmpty() && understood.isEmpty()) {
                notes = (notes.isEmpty() ? "" : notes + "\n\n") + told;
            }
            if (!notes.isEmpty()) {
                task.put("notes", notes);
            }
        }
    }

    private static JsonNode json(SpecificRecord value) {
        return JsonMapper.shared().readTree(AvroJson.toBytes(value));
    }

    private static String priority(String value) {
        return switch (value) {
            case "1" -> "urgent";
            case "2" -> "high";
            case "3" -> "medium";
            default -> "none";
        };
    }
}
