package dev.almanac.api.filter.select;

import static org.jooq.impl.DSL.coalesce;

import dev.almanac.api.filter.Comparison;
import dev.almanac.api.filter.DateField;
import dev.almanac.api.filter.Filter;
import dev.almanac.api.filter.Point;
import dev.almanac.api.read.Tables.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jooq.Condition;
import org.jooq.Field;

/** Dates, compared by days or by moments. */
final class Dates {
    /** A day begins somewhere else at most this much earlier or later. */
    private static final Duration ELSEWHERE = Duration.ofHours(48);

    /**
     * The columns of a date that may be a whole day.
     *
     * @param time null where it is one
     * @param ordered {@code at} as it is ordered by, what has none last
     */
    private record Columns(
            Field<LocalDate> date, Field<LocalTime> time, Field<OffsetDateTime> at, Field<OffsetDateTime> ordered) {}

    private static final Columns DUE =
            new Columns(Tasks.DUE_DATE, Tasks.DUE_TIME, Tasks.DUE_AT, coalesce(Tasks.DUE_AT, Tasks.NEVER));
    private static final Columns START =
            new Columns(Tasks.START_DATE, Tasks.START_TIME, Tasks.START_AT, Tasks.START_AT);

    /** @param begin of the point; {@code end} is the first moment after it, the same where it is no day */
    private record Span(Instant begin, Instant end, LocalDate day, boolean isDay) {
        static Span of(Point point, ZoneId zone) {
            return switch (point) {
                case Point.Day day -> new Span(day.begin(zone), day.end(zone), day.date(), true);
                case Point.Moment moment -> new Span(moment.at(), moment.at(), moment.day(zone), false);
            };
        }
    }

    private Dates() {}

    static Condition of(Filter.DateIs term) {
        var span = Span.of(term.point(), term.zone());
        return switch (term.field()) {
            case DUE -> of(DUE, term.comparison(), span);
            case START -> of(START, term.comparison(), span);
            case CREATED, UPDATED, COMPLETED -> moments(column(term.field()), term.comparison(), span);
        };
    }

    private static Condition of(Columns columns, Comparison comparison, Span span) {
        var exact = columns.time()
                .isNull()
                .and(compare(columns.date(), comparison, span.day()))
                .or(columns.time().isNotNull().and(moments(columns.at(), comparison, span)));
        // Follows from the other, but an index of moments can answer it.
        return near(columns.ordered(), comparison, span).and(exact);
    }

    private static Condition near(Field<OffsetDateTime> at, Comparison comparison, Span span) {
        var from = at.ge(utc(span.begin().minus(ELSEWHERE)));
        var to = at.le(utc(span.end().plus(ELSEWHERE)));
        return switch (comparison) {
            case EQUAL -> from.and(to);
            case LESS, AT_MOST -> to;
            case GREATER, AT_LEAST -> from;
        };
    }

    private static Condition moments(Field<OffsetDateTime> at, Comparison comparison, Span span) {
        var begin = utc(span.begin());
        if (!span.isDay()) {
            return compare(at, comparison, begin);
        }
        var end = utc(span.end());
        return switch (comparison) {
            case EQUAL -> at.ge(begin).and(at.lt(end));
            case LESS -> at.lt(begin);
            case AT_MOST -> at.lt(end);
            case GREATER -> at.ge(end);
            case AT_LEAST -> at.ge(begin);
        };
    }

    private static <T> Condition compare(Field<T> field, Comparison comparison, T value) {
        return switch (comparison) {
            case EQUAL -> field.eq(value);
            case LESS -> field.lt(value);
            case AT_MOST -> field.le(value);
            case GREATER -> field.gt(value);
            case AT_LEAST -> field.ge(value);
        };
    }

    private static Field<OffsetDateTime> column(DateField field) {
        return switch (field) {
            case CREATED -> Tasks.CREATED_AT;
            case UPDATED -> Tasks.UPDATED_AT;
            case COMPLETED -> Tasks.COMPLETED_AT;
            case DUE -> Tasks.DUE_AT;
            case START -> Tasks.START_AT;
        };
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
