package dev.almanac.projection.write;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column of a batch of rows.
 *
 * @param transport the SQL type of an element on its way; the column's own, or text that is cast to it
 * @param type the column's own SQL type
 * @param text of its value in a row, as the server reads the type; null for NULL
 */
record Column<R>(String name, String transport, String type, Function<? super R, @Nullable String> text) {
    static <R> Column<R> of(String name, String type, Function<? super R, @Nullable Object> value) {
        return new Column<>(name, type, type, row -> {
            Object present = value.apply(row);
            return present == null ? null : present.toString();
        });
    }

    /** {@code unnest} flattens nested arrays, so the inner one travels as its text. */
    static <R> Column<R> ofTexts(String name, Function<? super R, List<String>> value) {
        return new Column<>(name, "text", "text[]", row -> ArrayLiteral.of(value.apply(row)));
    }

    String arrayOf(List<? extends R> rows) {
        return ArrayLiteral.of(rows, text);
    }

    /** The column as {@code unnest} gives it, cast where it travelled as text. */
    String selected() {
        return transport.equals(type) ? name : name + "::" + type;
    }
}
