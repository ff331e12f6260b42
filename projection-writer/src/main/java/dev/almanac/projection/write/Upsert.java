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
        rows = new Rows<>(columns);
        String replaced = columns.stream()
                .map(Column::name)
                .filter(name -> !key.contains(name))
                .map(name -> name + " = excluded." + name)
                .collect(Collectors.joining(", "));
        sql = "insert into " + table + " as held (" + rows.names() + ") select " + rows.selected() + " from "
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
