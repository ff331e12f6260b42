package dev.almanac.api.read;

import java.util.List;
import org.jooq.OrderField;
import org.jooq.Record;
import org.jooq.Select;

/**
 * Some things of a workspace, to be read.
 *
 * @param select limited, with a column {@code id} that is never null
 * @param order of the rows, by columns of the table {@value #ALIAS}
 */
public record Items(Select<? extends Record> select, List<? extends OrderField<?>> order) {
    /** What the selected rows are called in the statement around them. */
    public static final String ALIAS = "item";

    public Items {
        order = List.copyOf(order);
    }

    /** At most one thing. */
    public static Items one(Select<? extends Record> select) {
        return new Items(select, List.of());
    }
}
