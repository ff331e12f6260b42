package dev.almanac.api.importing;

import dev.almanac.api.importing.Item.Kind;
import dev.almanac.api.table.TaskColumns;
import dev.almanac.schemas.id.Ids;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A table of tasks with a heading, of which {@code title} at least is needed; rows without an id are known by their number. */
final class TaskCsv implements Source {
    private final UUID file;

    /** @param file names it, so that a row has the same id each time */
    TaskCsv(UUID file) {
        this.file = file;
    }

    @Override
    public String name() {
        return "table";
    }

    @Override
    public boolean namesLists() {
        return true;
    }

    @Override
    public void read(InputStream in, Consumer<Item> items) throws IOException, MalformedFileException {
        Table.read(in, told -> {
            var names = heading(told);
            Set<UUID> lists = new HashSet<>();
            return (row, number) -> read(names, row, number, lists, items);
        });
    }

    private static List<String> heading(List<String> names) throws MalformedFileException {
        var stripped = names.stream().map(String::strip).toList();
        for (var name : stripped) {
            if (!TaskColumns.isKnown(name)) {
                throw new MalformedFileException(
                        Table.place(1),
                        "'%s' is not a column here; expected: %s"
                                .formatted(name, String.join(", ", TaskColumns.names())));
            }
        }
        if (stripped.stream().noneMatch("title"::equalsIgnoreCase)) {
            throw new MalformedFileException(Table.place(1), "expected a heading with the column title");
        }
        return stripped;
    }

    private void read(List<String> names, List<String> row, int number, Set<UUID> lists, Consumer<Item> items) {
        var task = TaskColumns.read(names, row);
        if (!task.has("id")) {
            task.put("id", Ids.v5(file, "row/" + number).toString());
        }
        TaskColumns.list(names, row).ifPresent(name -> {
            var id = listId(file, name);
            task.put("listId", id.toString());
            if (lists.add(id)) {
                items.accept(new Item(Kind.LIST, Table.SECTION, number, list(id, name)));
            }
        });
        items.accept(new Item(Kind.TASK, Table.SECTION, number, task));
    }

    static UUID listId(UUID file, String name) {
        return Ids.v5(file, "list/" + name.toLowerCase(Locale.ROOT));
    }

    static ObjectNode list(UUID id, String name) {
        return JsonNodeFactory.instance.objectNode().put("id", id.toString()).put("name", name);
    }
}
