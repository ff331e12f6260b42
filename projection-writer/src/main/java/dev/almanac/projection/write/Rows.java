package dev.almanac.projection.write;

import io.r2dbc.spi.Statement;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Rows bound to a statement: {@code unnest($1::uuid[], $2::bigint[], ...)}, one array for each column. One statement thus
 * writes a batch of any size, and its text is the same for all of them.
 */
record Rows<R>(List<Column<R>> columns) {
    Rows {
        columns = List.copyOf(columns);
    }

    /** {@code unnest(...) as given(workspace_id, ...)}. */
    String source() {
        String arrays = IntStream.range(0, columns.size())
                .mapToObj(i -> "$" + (i + 1) + "::" + columns.get(i).transport() + "[]")
                .collect(Collectors.joining(", "));
        return "unnest(" + arrays + ") as given(" + names() + ")";
    }

    String names() {
        return columns.stream().map(Column::name).collect(Collectors.joining(", "));
    }

    String selected() {
        return columns.stream().map(Column::selected).collect(Collectors.joining(", "));
    }

    /** Binds the first values of a statement, one for each column. */
    Statement bind(Statement statement, List<? extends R> rows) {
        for (int i = 0; i < columns.size(); i++) {
            statement.bind(i, columns.get(i).arrayOf(rows));
        }
        return statement;
    }
}
