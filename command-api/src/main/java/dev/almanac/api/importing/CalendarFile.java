package dev.almanac.api.importing;

import dev.almanac.api.importing.Calendar.Component;
import dev.almanac.api.importing.Calendar.Property;
import dev.almanac.api.importing.Item.Kind;
import dev.almanac.schemas.id.Ids;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * The tasks of an iCalendar file. A VTODO that repeats is the next occurrence of its series that is neither left out by an
 * EXDATE nor told by a VTODO of its own (RECURRENCE-ID), which is an occurrence of the same series. Both, where they are still to
 * come, are dates that the series leaves out.
 */
final class CalendarFile implements Source {
    private static final UUID CALENDARS = Ids.v5(Ids.SYSTEM, "imported calendars");
    private static final String LIST = "X-ALMANAC-LIST";

    private final Path path;
    private final CalendarDates dates;

    /** @param path of the file, since what repeats has to be known with its exceptions, wherever they stand */
    CalendarFile(Path path, CalendarDates dates) {
        this.path = path;
        this.dates = dates;
    }

    @Override
    public String name() {
        return "calendar";
    }

    @Override
    public boolean namesLists() {
        return true;
    }

    @Override
    public void read(InputStream file, Consumer<Item> items) throws IOException, MalformedFileException {
        Map<String, Set<String>> exceptions = new HashMap<>();
        var ids = new IdSet();
        try (var first = Files.newInputStream(path)) {
            Calendar.read(first, _ -> {}, todo -> {
                ids.add(taskId(todo));
                occurrence(todo)
                        .ifPresent(exception -> exceptions
                                .computeIfAbsent(uid(todo), _ -> new HashSet<>())
                                .add(exception));
            });
        }
        var reading = new Reading(items, exceptions, ids);
        Calendar.read(file, reading::name, reading::todo);
    }

    private final class Reading {
        private final Consumer<Item> items;
        private final Map<String, Set<String>> exceptions;
        private final IdSet ids;
        private final Set<UUID> lists = new HashSet<>();
        private Optional<String> calendar = Optional.empty();

        Reading(Consumer<Item> items, Map<String, Set<String>> exceptions, IdSet ids) {
            this.items = items;
            this.exceptions = exceptions;
            this.ids = ids;
        }

        void name(String name) {
            calendar = Optional.of(name.strip()).filter(text -> !text.isEmpty());
        }

        void todo(Component todo) {
            var series = new CalendarSeries(todo, dates, exceptions.getOrDefault(uid(todo), Set.of()));
            if (series.isOver()) {
                return;
            }
            var task = new CalendarTask(todo, dates).json();
            task.put("id", taskId(todo).toString());
            if (series.isOne()) {
                series.apply(Ids.v5(CALENDARS, "series/" + uid(todo)), task);
            }
            parent(todo).filter(ids::contains).ifPresent(id -> task.put("parentId", id.toString()));
            todo.first(LIST).map(Property::text).or(() -> calendar).ifPresent(name -> {
                var id = TaskCsv.listId(CALENDARS, name);
                task.put("listId", id.toString());
                if (lists.add(id)) {
                    items.accept(new Item(Kind.LIST, Calendar.SECTION, todo.number(), TaskCsv.list(id, name)));
                }
            });
            items.accept(new Item(Kind.TASK, Calendar.SECTION, todo.number(), task));
        }
    }

    private static Optional<UUID> parent(Component todo) {
        return todo.all("RELATED-TO").stream()
                .filter(related ->
                        related.parameters().getOrDefault("RELTYPE", "PARENT").equalsIgnoreCase("PARENT"))
                .findFirst()
                .map(related -> Ids.v5(CALENDARS, related.text()));
    }

    private static String uid(Component todo) {
        return todo.first("UID").map(Property::text).orElse("component/" + todo.number());
    }

    private Optional<String> occurrence(Component todo) {
        return todo.first("RECURRENCE-ID").isPresent()
                ? new CalendarSeries(todo, dates, Set.of()).occurrence()
                : Optional.empty();
    }

    private UUID taskId(Component todo) {
        return occurrence(todo)
                .map(exception -> Ids.v5(CALENDARS, uid(todo) + "/" + exception))
                .orElseGet(() -> Ids.v5(CALENDARS, uid(todo)));
    }
}
