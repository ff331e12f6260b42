package dev.almanac.api.quickadd;

import static java.util.stream.Collectors.joining;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How often something is to be done.
 *
 * @param unit minutes to years
 * @param interval in that unit, at least 1
 * @param weekdays by which it is told, if it is
 * @param nth which of a month's weekdays, -1 the last; 0 for all of them
 * @param monthDays 1 to 31, the last day of a shorter month where it has none; -1 always the last
 * @param month 1 to 12; 0 where it isn't told
 * @param time of the day that goes with it
 * @param afterCompletion whether it is reckoned from when it was done
 */
record Repetition(
        ChronoUnit unit,
        int interval,
        List<DayOfWeek> weekdays,
        int nth,
        List<Integer> monthDays,
        int month,
        Optional<LocalTime> time,
        boolean afterCompletion) {
    private static final int SHORTEST_MONTH = 28;
    /** Enough for a February 29 in eight years. */
    private static final int MOST_DAYS = 3_000;

    Repetition {
        weekdays = List.copyOf(weekdays);
        monthDays = List.copyOf(monthDays);
    }

    static Repetition every(int interval, ChronoUnit unit) {
        return new Repetition(unit, interval, List.of(), 0, List.of(), 0, Optional.empty(), false);
    }

    Repetition onWeekdays(List<DayOfWeek> days) {
        return new Repetition(unit, interval, days, nth, monthDays, month, time, afterCompletion);
    }

    Repetition onNth(int which, DayOfWeek day) {
        return new Repetition(unit, interval, List.of(day), which, monthDays, month, time, afterCompletion);
    }

    Repetition onMonthDays(List<Integer> days) {
        return new Repetition(unit, interval, weekdays, nth, days, month, time, afterCompletion);
    }

    Repetition inMonth(int which) {
        return new Repetition(unit, interval, weekdays, nth, monthDays, which, time, afterCompletion);
    }

    Repetition at(LocalTime clock) {
        return new Repetition(unit, interval, weekdays, nth, monthDays, month, Optional.of(clock), afterCompletion);
    }

    Repetition afterCompletion(boolean is) {
        return new Repetition(unit, interval, weekdays, nth, monthDays, month, time, is);
    }

    boolean isOfTimes() {
        return unit.isTimeBased();
    }

    /** The first day of it from a day on. */
    LocalDate firstFrom(LocalDate day) {
        return Stream.iterate(day, date -> date.plusDays(1))
                .limit(MOST_DAYS)
                .filter(this::includes)
                .findFirst()
                .orElse(day);
    }

    private boolean includes(LocalDate day) {
        return (weekdays.isEmpty() || weekdays.contains(day.getDayOfWeek()) && isNth(day))
                && (monthDays.isEmpty() || monthDays.stream().anyMatch(wanted -> isMonthDay(wanted, day)))
                && (month == 0 || day.getMonthValue() == month);
    }

    private boolean isNth(LocalDate day) {
        return nth == 0
                || (nth > 0 ? (day.getDayOfMonth() - 1) / 7 == nth - 1 : day.getDayOfMonth() > day.lengthOfMonth() - 7);
    }

    private static boolean isMonthDay(int wanted, LocalDate day) {
        var last = day.lengthOfMonth();
        return day.getDayOfMonth() == (wanted < 0 ? last : Math.min(wanted, last));
    }

    /** The rule of RFC 5545. {@code end} is its UNTIL or COUNT. */
    String rule(Optional<String> end) {
        List<String> parts = new ArrayList<>();
        parts.add("FREQ=" + frequency());
        if (interval > 1) {
            parts.add("INTERVAL=" + interval);
        }
        if (month > 0) {
            parts.add("BYMONTH=" + month);
        }
        if (!monthDays.isEmpty()) {
            parts.add("BYMONTHDAY=" + monthDays.stream().map(String::valueOf).collect(joining(",")));
        }
        if (!weekdays.isEmpty()) {
            parts.add("BYDAY=" + weekdays.stream().sorted().map(this::code).collect(joining(",")));
        }
        if (mayLackDay()) {
            // Keeps the last days of a month at its end where it is shorter.
            parts.add("RSCALE=GREGORIAN;SKIP=BACKWARD");
        }
        end.ifPresent(parts::add);
        return String.join(";", parts);
    }

    private boolean mayLackDay() {
        var byStart = weekdays.isEmpty() && monthDays.isEmpty();
        return (unit == ChronoUnit.MONTHS || unit == ChronoUnit.YEARS)
                && (byStart || monthDays.stream().anyMatch(day -> day > SHORTEST_MONTH));
    }

    private String code(DayOfWeek day) {
        return (nth == 0 ? "" : nth) + day.name().substring(0, 2);
    }

    private String frequency() {
        return switch (unit) {
            case MINUTES -> "MINUTELY";
            case HOURS -> "HOURLY";
            case DAYS -> "DAILY";
            case WEEKS -> "WEEKLY";
            case MONTHS -> "MONTHLY";
            case YEARS -> "YEARLY";
            default -> throw new IllegalStateException("Nothing repeats by " + unit);
        };
    }
}
