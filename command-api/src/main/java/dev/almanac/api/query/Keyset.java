package dev.almanac.api.query;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import dev.almanac.api.read.Items;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.TableLike;
import org.jooq.impl.DSL;

/**
 * A list of things by an order in which no two are equal, read page by page. A page begins after a given place in the
 * order, not after a number of rows, so that writes meanwhile neither repeat nor hide an item that they don't move.
 *
 * @param list names the list and everything that makes it what it is
 * @param table where the things are
 * @param id their id
 * @param columns what a page is made of
 * @param condition which of them
 * @param keys the order; together never the same for two things
 */
record Keyset(
        String list,
        TableLike<?> table,
        Field<?> id,
        List<? extends Field<?>> columns,
        Condition condition,
        List<? extends Key<?>> keys) {
    Keyset {
        columns = List.copyOf(columns);
        keys = List.copyOf(keys);
    }

    /**
     * A page, and one item more that tells whether another follows.
     *
     * @param cursor where it begins; empty for the first
     */
    Items items(int limit, Optional<String> cursor) {
        var fields = new ArrayList<Field<?>>(List.of(id.as("id")));
        fields.addAll(columns);
        var order = new ArrayList<OrderField<?>>();
        for (var index = 0; index < keys.size(); index++) {
            var key = keys.get(index);
            fields.add(key.column().as(value(index)));
            order.add(order(key, index));
        }
        var ordered = DSL.select(fields)
                .from(table)
                .where(condition)
                .orderBy(keys.stream().map(Key::order).toList());
        return new Items(
                cursor.map(this::bounds)
                        .<Select<? extends Record>>map(from ->
                                ordered.seek(from.toArray(Field<?>[]::new)).limit(limit + 1))
                        .orElseGet(() -> ordered.limit(limit + 1)),
                order);
    }

    /** The page that {@link #items} selected. */
    <T> Page<T> page(List<? extends Record> rows, int limit, Function<Record, T> item) {
        var items = rows.stream().limit(limit).map(item).toList();
        return new Page<>(items, rows.size() > limit ? Optional.of(cursor(rows.get(limit - 1))) : Optional.empty());
    }

    private String cursor(Record last) {
        return Cursor.write(
                list,
                IntStream.range(0, keys.size())
                        .mapToObj(index -> valueOf(keys.get(index), last, index))
                        .toList());
    }

    private List<Field<?>> bounds(String cursor) {
        var values = Cursor.read(list, cursor);
        if (values.size() != keys.size()) {
            throw Cursor.refused();
        }
        var bounds = new ArrayList<Field<?>>();
        for (var index = 0; index < values.size(); index++) {
            bounds.add(keys.get(index).bound(values.get(index)));
        }
        return bounds;
    }

    private static <T> OrderField<T> order(Key<T> key, int index) {
        return key.order(selected(key, index));
    }

    private static <T> Optional<String> valueOf(Key<T> key, Record row, int index) {
        return key.value(row, selected(key, index));
    }

    private static <T> Field<T> selected(Key<T> key, int index) {
        return field(name(Items.ALIAS, value(index)), key.column().getDataType());
    }

    private static String value(int index) {
        return "value" + index;
    }
}
