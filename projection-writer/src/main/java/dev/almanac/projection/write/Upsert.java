package dev.almanac.projection.write;

import io.r2dbc.spi.Connection;
import java.util.List;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;

/** Inserts rows, or replaces those that are there already; a row is replaced only by one with a higher seq. */
final class Upsert<R> {
    private final Rows<R> rows;
    private final String sql;

    Upsert(String table, List<String> key, List<Column<R>> columns) {
        this(new Rows<>(columns), statement(table, key, columns));
    }

    private Upsert(Rows<R> rows, String sql) {
        this.rows = rows;
        this.sql = sql;
    }

    /**
     * The same for a table with a column {@code search}: words that come with a row are added to {@code word}. A change that
     * leaves the words alone, as most do, costs nothing more.
     */
    static <R> Upsert<R> ofSearched(String table, List<String> key, List<Column<R>> columns) {
        return new Upsert<>(
                new Rows<>(columns),
                "with written as (" + statement(table, key, columns)
                        + " returning new.workspace_id, new.search, old.search is distinct from new.search as is_new)"
                        + " insert into word (workspace_id, word) select distinct workspace_id, word"
                        + " from written, unnest(tsvector_to_array(search)) as word"
                        + " where is_new and length(word) between 4 and 40 on conflict do nothing");
    }

    private static <R> String statement(String table, List<String> key, List<Column<R>> columns) {
        Rows<R> rows = new Rows<>(columns);
        String replaced = columns.stream()
                .map(Column::name)
                .filter(name -> !key.contains(name))
                .map(name -> name + " = excluded." + name)
                .collect(Collectors.joining(", "));
        return "insert into " + table + " as held (" + rows.names() + ") select " + rows.selected() + " from "
                + rows.source() + " on conflict (" + String.join(", ", key) + ") do update set " + replaced
                + " where held.seq < excluded.seq";
    }

    /** @param changed each at most once */
    Mono<Void> write(Connection connection, List<? extends R> changed) {
        return changed.isEmpty()
                ? Mono.empty()
                : Sql.update(rows.bind(connection.createStatement(sql), changed))
                        .then();
    }
}
