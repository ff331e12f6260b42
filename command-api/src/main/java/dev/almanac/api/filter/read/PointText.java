package dev.almanac.api.filter.read;

import dev.almanac.api.filter.Point;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A date as a filter names it: {@code 2026-11-30}, {@code 2026-11-30T09:00}, {@code today}, {@code friday+1w},
 * {@code now-2h}. A day to which hours are added is the moment that many after its beginning.
 */
final class PointText {
    private static final Pattern FORM = Pattern.compile(
            "(?<date>\\d{4}-\\d{2}-\\d{2})(?<time>T\\d{2}:\\d{2}(?::\\d{2})?)?(?<offset>Z|[+-]\\d{2}:\\d{2})?"
                    + "(?<steps>(?:[+-]\\d{1,4}(?:min|mo|[hdwy])){0,5})"
                    + "|(?<name>[a-z]+)(?<more>(?:[+-]\\d{1,4}(?:min|mo|[hdwy])){0,5})",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern STEP = Pattern.compile("([+-]\\d{1,4})(min|mo|[hdwy])", Pattern.CASE_INSENSITIVE);
    private static final int LAST_YEAR = 9999;
    private static final List<String> EXPECTED = List.of(
            "2026-11-30",
            "2026-11-30T09:00",
            "today",
            "tomorrow",
            "yesterday",
            "now",
            "monday to sunday",
            "eow",
            "eom",
            "eoy",
            "any of these with +1w or -2h (min, h, d, w, mo, y)");

    private PointText() {}

    static Point read(Value value, Asker asker) {
        var form = FORM.matcher(value.text());
        if (!form.matches()) {
            throw value.refused(EXPECTED);
        }
        try {
            var named = form.group("name");
            var begin = named != null
                    ? named(named.toLowerCase(Locale.ROOT), value, asker)
                    : written(form.group("date"), form.group("time"), form.group("offset"), value, asker);
            return bounded(
                    stepped(begin, named != null ? form.group("more") : form.group("steps"), asker), value, asker);
        } catch (DateTimeException noSuchDate) {
            throw value.refused(EXPECTED);
        }
    }

    private static Point written(String date, String time, String offset, Value value, Asker asker) {
        if (time == null) {
            if (offset != null) {
                throw value.refused(EXPECTED);
            }
            return new Point.Day(LocalDate.parse(date));
        }
        return new Point.Moment(
                offset == null
                        ? LocalDateTime.parse(date + time).atZone(asker.zone()).toInstant()
                        : OffsetDateTime.parse(date + time + offset).toInstant());
    }

    private static Point named(String name, Value value, Asker asker) {
        var today = asker.today();
        return switch (name) {
            case "now" -> new Point.Moment(asker.now());
            case "today" -> new Point.Day(today);
            case "tomorrow" -> new Point.Day(today.plusDays(1));
            case "yesterday" -> new Point.Day(today.minusDays(1));
            case "eow" -> new Point.Day(today.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY)));
            case "eom" -> new Point.Day(today.with(TemporalAdjusters.lastDayOfMonth()));
            case "eoy" -> new Point.Day(today.with(TemporalAdjusters.lastDayOfYear()));
            default -> new Point.Day(today.with(TemporalAdjusters.nextOrSame(dayOfWeek(name, value))));
        };
    }

    private static DayOfWeek dayOfWeek(String name, Value value) {
        for (var day : DayOfWeek.values()) {
            if (day.name().toLowerCase(Locale.ROOT).equals(name)) {
                return day;
            }
        }
        throw value.refused(EXPECTED);
    }

    private static Point stepped(Point begin, String steps, Asker asker) {
        var point = begin;
        var step = STEP.matcher(steps);
        while (step.find()) {
            var amount = Long.parseLong(step.group(1));
            var unit = unit(step.group(2).toLowerCase(Locale.ROOT));
            point = switch (point) {
                case Point.Day day
                when unit.isDateBased() -> new Point.Day(day.date().plus(amount, unit));
                case Point.Day day ->
                    new Point.Moment(day.date()
                            .atStartOfDay(asker.zone())
                            .plus(amount, unit)
                            .toInstant());
                case Point.Moment(var at) ->
                    new Point.Moment(at.atZone(asker.zone()).plus(amount, unit).toInstant());
            };
        }
        return point;
    }

    private static ChronoUnit unit(String unit) {
        return switch (unit) {
            case "min" -> ChronoUnit.MINUTES;
            case "h" -> ChronoUnit.HOURS;
            case "d" -> ChronoUnit.DAYS;
            case "w" -> ChronoUnit.WEEKS;
            case "mo" -> ChronoUnit.MONTHS;
            case "y" -> ChronoUnit.YEARS;
            default -> throw new IllegalArgumentException(unit + " is no unit");
        };
    }

    private static Point bounded(Point point, Value value, Asker asker) {
        var year = switch (point) {
            case Point.Day(var date) -> date.getYear();
            case Point.Moment(var at) ->
                ZonedDateTime.ofInstant(at, asker.zone()).getYear();
        };
        if (year < 1 || year > LAST_YEAR) {
            throw value.refused(List.of("a date of the years 1 to " + LAST_YEAR));
        }
        return point;
    }
}
