package dev.almanac.api.query;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.val;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SortField;
import org.jspecify.annotations.Nullable;

/**
 * One column that rows are ordered by. Rows without a value come last, in either direction.
 *
 * @param column where the value stands
 * @param descending whether the greatest comes first
 * @param last what stands for no value when comparing; null where there always is one
 * @param parse reads what {@link Object#toString()} wrote
 */
record Key<T>(Field<T> column, boolean descending, @Nullable Field<T> last, Function<String, T> parse) {
    static Key<String> text(Field<String> column, boolean descending) {
        return new Key<>(column, descending, null, Function.identity());
    }

    static Key<Short> rank(Field<Short> column, boolean descending) {
        return new Key<>(column, descending, null, Short::valueOf);
    }

    static Key<Integer> index(Field<Integer> column, boolean descending) {
        return new Key<>(column, descending, null, Integer::valueOf);
    }

    static Key<Long> number(Field<Long> column, boolean descending) {
        return new Key<>(column, descending, null, Long::valueOf);
    }

    static Key<LocalDate> day(Field<LocalDate> column, boolean descending) {
        return new Key<>(column, descending, null, LocalDate::parse);
    }

    /** False before true. */
    static Key<Boolean> truth(Field<Boolean> column, boolean descending) {
        return new Key<>(column, descending, null, Boolean::valueOf);
    }

    static Key<UUID> id(Field<UUID> column, boolean descending) {
        return new Key<>(column, descending, null, UUID::fromString);
    }

    static Key<UUID> idIfAny(Field<UUID> column, boolean descending) {
        var last = field(
                descending
                        ? "'00000000-0000-0000-0000-000000000000'::uuid"
                        : "'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid",
                UUID.class);
        return new Key<>(column, descending, last, UUID::fromString);
    }

    static Key<OffsetDateTime> time(Field<OffsetDateTime> column, boolean descending) {
        return new Key<>(column, descending, null, OffsetDateTime::parse);
    }

    static Key<OffsetDateTime> timeIfAny(Field<OffsetDateTime> column, boolean descending) {
        var last = field(descending ? "'-infinity'::timestamptz" : "'infinity'::timestamptz", OffsetDateTime.class);
        return new Key<>(column, descending, last, OffsetDateTime::parse);
    }

    SortField<T> order() {
        return order(column);
    }

    /** The order by the same value under another name. */
    SortField<T> order(Field<T> as) {
        var comparable = last == null ? as : coalesce(as, last);
        return descending ? comparable.desc() : comparable.asc();
    }

    /** The value of a row, as a cursor keeps it. */
    Optional<String> value(Record row, Field<T> as) {
        return Optional.ofNullable(row.get(as)).map(Object::toString);
    }

    /**
     * What to compare with for a value that a cursor kept.
     *
     * @throws RuntimeException where it can't be of this column
     */
    Field<T> bound(Optional<String> value) {
        if (value.isPresent()) {
            return val(parse.apply(value.get()), column);
        }
        if (last == null) {
            throw new IllegalArgumentException(column + " always has a value");
        }
        return last;
    }
}
