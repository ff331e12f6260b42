package dev.almanac.api.query;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.when;
import static org.jooq.impl.DSL.with;

import dev.almanac.api.filter.Comparison;
import dev.almanac.api.filter.DateField;
import dev.almanac.api.filter.Filter;
import dev.almanac.api.filter.Point;
import dev.almanac.api.filter.read.Asker;
import dev.almanac.api.filter.select.Conditions;
import dev.almanac.api.read.Items;
import dev.almanac.api.read.Tables.Tasks;
import dev.almanac.schemas.model.Priority;
import dev.almanac.schemas.model.TaskStatus;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record3;
import org.jooq.Select;
import org.jooq.impl.SQLDataType;
import tools.jackson.databind.json.JsonMapper;

/**
 * How many of the tasks that a request is about have which status, priority, tag and list, and are due when; of one moment.
 *
 * @param asker whose days are meant
 */
record Facets(Asked asked, Asker asker) {
    /** The most frequent ones are told. */
    static final int MOST_VALUES = 100;

    private static final int DAYS_AHEAD = 7;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String FOUND = "found";
    private static final Field<String> KIND = field(name("id"), String.class);
    private static final Field<String> VALUE = field(name("value"), String.class);
    private static final Field<Integer> COUNT = field(name("tasks"), Integer.class);

    private enum Kind {
        TOTAL,
        STATUS,
        PRIORITY,
        DUE,
        LIST,
        TAG
    }

    /** When a task is due; one that is overdue is so first of all. */
    private enum Due {
        OVERDUE,
        TODAY,
        NEXT_7_DAYS,
        LATER,
        EARLIER,
        NONE
    }

    /** Of each kind and value how many. */
    Items items() {
        var found = name(FOUND)
                .fields("status", "priority", "due", "list", "tags")
                .as(select(Tasks.STATUS, Tasks.PRIORITY, due(), Tasks.LIST_ID, Tasks.TAGS)
                        .from(Tasks.TABLE)
                        .where(asked.condition()));
        var counts = with(found)
                .select(inline(Kind.TOTAL.name()).as(KIND), inline("").as(VALUE), count().as(COUNT))
                .from(table(name(FOUND)))
                .unionAll(by(Kind.STATUS, "status", MOST_VALUES))
                .unionAll(by(Kind.PRIORITY, "priority", MOST_VALUES))
                .unionAll(by(Kind.DUE, "due", MOST_VALUES))
                .unionAll(by(Kind.LIST, "list", MOST_VALUES))
                .unionAll(byTag());
        return Items.one(counts);
    }

    private static Select<Record3<String, String, Integer>> by(Kind kind, String column, int most) {
        Field<String> value = field(name(FOUND, column)).cast(SQLDataType.CLOB);
        return select(inline(kind.name()).as(KIND), value.as(VALUE), count().as(COUNT))
                .from(table(name(FOUND)))
                .groupBy(value)
                .orderBy(count().desc(), value)
                .limit(inline(most));
    }

    private static Select<Record3<String, String, Integer>> byTag() {
        // As it is mostly spelt; case makes no difference.
        Field<String> key = field("lower(tag)", String.class);
        Field<String> tag = field("mode() within group (order by tag)", String.class);
        return select(inline(Kind.TAG.name()).as(KIND), tag.as(VALUE), count().as(COUNT))
                .from(table(name(FOUND)), table("unnest(found.tags) as tag"))
                .groupBy(key)
                .orderBy(count().desc(), key)
                .limit(inline(MOST_VALUES));
    }

    private Field<String> due() {
        var conditions = new Conditions(asked.workspaceId());
        var today = new Point.Day(asker.now().atZone(asker.zone()).toLocalDate());
        var last = new Point.Day(today.date().plusDays(DAYS_AHEAD));
        return when(conditions.of(new Filter.Overdue(asker.now())), inline(Due.OVERDUE.name()))
                .when(Tasks.DUE_AT.isNull(), inline(Due.NONE.name()))
                .when(conditions.of(due(Comparison.EQUAL, today)), inline(Due.TODAY.name()))
                .when(conditions.of(due(Comparison.LESS, today)), inline(Due.EARLIER.name()))
                .when(conditions.of(due(Comparison.AT_MOST, last)), inline(Due.NEXT_7_DAYS.name()))
                .otherwise(inline(Due.LATER.name()));
    }

    private Filter due(Comparison comparison, Point point) {
        return new Filter.DateIs(DateField.DUE, comparison, point, asker.zone());
    }

    /** The rows that {@link #items} selected, as the contract's {@code Facets}. */
    static String render(List<Record> rows) {
        Map<Kind, List<Record>> kinds =
                rows.stream().collect(Collectors.groupingBy(row -> Kind.valueOf(row.get(KIND))));
        var json = JSON.createObjectNode();
        json.put(
                "total",
                kinds.getOrDefault(Kind.TOTAL, List.of()).stream()
                        .mapToInt(row -> row.get(COUNT))
                        .sum());
        var statuses = counts(kinds, Kind.STATUS);
        var byStatus = json.putObject("status");
        Stream.of(TaskStatus.values())
                .map(Facets::symbol)
                .forEach(status -> byStatus.put(status, statuses.getOrDefault(status, 0)));
        var priorities = counts(kinds, Kind.PRIORITY);
        var byPriority = json.putObject("priority");
        IntStream.range(0, Priority.values().length)
                .forEach(rank -> byPriority.put(
                        symbol(Priority.values()[rank]), priorities.getOrDefault(Integer.toString(rank), 0)));
        var dates = counts(kinds, Kind.DUE);
        var byDue = json.putObject("due");
        Stream.of(Due.values()).forEach(due -> byDue.put(symbol(due), dates.getOrDefault(due.name(), 0)));
        var lists = json.putArray("lists");
        kinds.getOrDefault(Kind.LIST, List.of())
                .forEach(row -> lists.addObject().put("id", row.get(VALUE)).put("count", row.get(COUNT)));
        var tags = json.putArray("tags");
        kinds.getOrDefault(Kind.TAG, List.of())
                .forEach(row -> tags.addObject().put("tag", row.get(VALUE)).put("count", row.get(COUNT)));
        return JSON.writeValueAsString(json);
    }

    private static Map<String, Integer> counts(Map<Kind, List<Record>> kinds, Kind kind) {
        return kinds.getOrDefault(kind, List.of()).stream()
                .collect(Collectors.toMap(row -> row.get(VALUE), row -> row.get(COUNT)));
    }

    private static String symbol(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
