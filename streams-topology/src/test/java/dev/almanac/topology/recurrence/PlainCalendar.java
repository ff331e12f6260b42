package dev.almanac.topology.recurrence;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.WeekFields;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Expands rules in the most obvious way: looks at every day of a period, and at every time of each of these days, and asks
 * of each part whether it lets them pass. Slow, and written after RFC 5545 and RFC 7529 without a look at any library.
 */
final class PlainCalendar {
    private final Spec spec;
    private final LocalDateTime start;

    PlainCalendar(Spec spec, LocalDateTime start) {
        this.spec = spec;
        this.start = start;
    }

    /** The start, and all dates after it and before an end. */
    List<LocalDateTime> until(LocalDateTime end) {
        TreeSet<LocalDateTime> all = new TreeSet<>();
        // A period's dates can begin a week before it (week 1) and end in the next (SKIP=FORWARD).
        for (long turn = 0; !periodStart(turn).isAfter(end.plusDays(8)); turn++) {
            all.addAll(positioned(ofPeriod(periodStart(turn))));
        }
        List<LocalDateTime> dates = new ArrayList<>(all.subSet(start, false, end, false));
        dates.addFirst(start);
        return dates;
    }

    private LocalDateTime periodStart(long turn) {
        long periods = turn * spec.interval();
        LocalDateTime day = start.truncatedTo(ChronoUnit.DAYS);
        return switch (spec.frequency()) {
            case YEARLY -> day.withDayOfYear(1).plusYears(periods);
            case MONTHLY -> day.withDayOfMonth(1).plusMonths(periods);
            case WEEKLY -> day.with(weekFields().dayOfWeek(), 1).plusWeeks(periods);
            case DAILY -> day.plusDays(periods);
            case HOURLY -> start.truncatedTo(ChronoUnit.HOURS).plusHours(periods);
            case MINUTELY -> start.truncatedTo(ChronoUnit.MINUTES).plusMinutes(periods);
            case SECONDLY -> start.plusSeconds(periods);
        };
    }

    private WeekFields weekFields() {
        return WeekFields.of(spec.weekStart(), 4);
    }

    private TreeSet<LocalDateTime> ofPeriod(LocalDateTime period) {
        TreeSet<LocalDateTime> dates = new TreeSet<>();
        for (LocalDate day : days(period)) {
            for (LocalTime time : times(period)) {
                dates.add(day.atTime(time));
            }
        }
        return dates;
    }

    private List<LocalDateTime> positioned(TreeSet<LocalDateTime> set) {
        List<LocalDateTime> dates = List.copyOf(set);
        if (spec.positions().isEmpty()) {
            return dates;
        }
        return spec.positions().stream()
                .map(position -> position > 0 ? position - 1 : dates.size() + position)
                .filter(index -> index >= 0 && index < dates.size())
                .map(dates::get)
                .toList();
    }

    private TreeSet<LocalDate> days(LocalDateTime period) {
        LocalDate from = period.toLocalDate();
        TreeSet<LocalDate> days = new TreeSet<>();
        LocalDate until = switch (spec.frequency()) {
            case YEARLY -> from.plusYears(1);
            case MONTHLY -> from.plusMonths(1);
            case WEEKLY -> from.plusWeeks(1);
            case DAILY, HOURLY, MINUTELY, SECONDLY -> from.plusDays(1);
        };
        if (spec.has(Part.BYWEEKNO)) {
            from.minusDays(7)
                    .datesUntil(until.plusDays(7))
                    .filter(day -> day.get(weekFields().weekBasedYear()) == period.getYear())
                    .filter(this::passes)
                    .forEach(days::add);
            return days;
        }
        from.datesUntil(until).filter(this::passes).forEach(days::add);
        if (spec.skip() != Skip.OMIT && spec.frequency().compareTo(Frequency.MONTHLY) <= 0) {
            for (YearMonth month = YearMonth.from(from); month.atDay(1).isBefore(until); month = month.plusMonths(1)) {
                addSkipped(month, days);
            }
        }
        return days;
    }

    /** Days that the month doesn't have but are asked for all the same. */
    private void addSkipped(YearMonth month, TreeSet<LocalDate> days) {
        boolean isAskedFor = impliedMonthDays().stream().anyMatch(day -> day > month.lengthOfMonth());
        if (isAskedFor && passesMonth(month.getMonthValue())) {
            LocalDate moved = spec.skip() == Skip.BACKWARD
                    ? month.atEndOfMonth()
                    : month.plusMonths(1).atDay(1);
            if (!spec.has(Part.BYDAY) || passesWeekday(moved)) {
                days.add(moved);
            }
        }
    }

    private boolean passes(LocalDate day) {
        return passesMonth(day.getMonthValue())
                && picks(Part.BYWEEKNO, day.get(weekFields().weekOfWeekBasedYear()), weeks(day))
                && picks(Part.BYYEARDAY, day.getDayOfYear(), day.lengthOfYear())
                && passesMonthDay(day)
                && passesWeekday(day);
    }

    private int weeks(LocalDate day) {
        return (int) day.range(weekFields().weekOfWeekBasedYear()).getMaximum();
    }

    private boolean passesMonth(int month) {
        if (spec.has(Part.BYMONTH)) {
            return spec.pick(Part.BYMONTH).contains(month);
        }
        return spec.frequency() != Frequency.YEARLY || hasDays() || month == start.getMonthValue();
    }

    private boolean hasDays() {
        return spec.has(Part.BYWEEKNO) || spec.has(Part.BYYEARDAY) || spec.has(Part.BYMONTHDAY) || spec.has(Part.BYDAY);
    }

    private List<Integer> impliedMonthDays() {
        if (spec.has(Part.BYMONTHDAY)) {
            return spec.pick(Part.BYMONTHDAY);
        }
        boolean isImplied = spec.frequency().compareTo(Frequency.MONTHLY) <= 0 && !hasDays();
        return isImplied ? List.of(start.getDayOfMonth()) : List.of();
    }

    private boolean passesMonthDay(LocalDate day) {
        List<Integer> days = impliedMonthDays();
        return days.isEmpty()
                || days.contains(day.getDayOfMonth())
                || days.contains(day.getDayOfMonth() - day.lengthOfMonth() - 1);
    }

    private boolean passesWeekday(LocalDate day) {
        if (!spec.has(Part.BYDAY)) {
            boolean isImplied = spec.frequency() == Frequency.WEEKLY
                    || (spec.has(Part.BYWEEKNO) && !spec.has(Part.BYYEARDAY) && !spec.has(Part.BYMONTHDAY));
            return !isImplied || day.getDayOfWeek() == start.getDayOfWeek();
        }
        return spec.weekdays().stream().anyMatch(weekday -> passes(weekday, day));
    }

    private boolean passes(Spec.Weekday weekday, LocalDate day) {
        if (day.getDayOfWeek() != weekday.day()) {
            return false;
        }
        boolean inMonth = spec.frequency() == Frequency.MONTHLY || spec.has(Part.BYMONTH);
        int index = inMonth ? day.getDayOfMonth() : day.getDayOfYear();
        int length = inMonth ? day.lengthOfMonth() : day.lengthOfYear();
        return weekday.number() == 0
                || weekday.number() == (index - 1) / 7 + 1
                || -weekday.number() == (length - index) / 7 + 1;
    }

    private boolean picks(Part part, int index, int length) {
        return !spec.has(part)
                || spec.pick(part).contains(index)
                || spec.pick(part).contains(index - length - 1);
    }

    private List<LocalTime> times(LocalDateTime period) {
        List<LocalTime> times = new ArrayList<>();
        for (int hour : units(Part.BYHOUR, Frequency.HOURLY, period.getHour(), start.getHour())) {
            for (int minute : units(Part.BYMINUTE, Frequency.MINUTELY, period.getMinute(), start.getMinute())) {
                for (int second : units(Part.BYSECOND, Frequency.SECONDLY, period.getSecond(), start.getSecond())) {
                    times.add(LocalTime.of(hour, minute, second));
                }
            }
        }
        return times;
    }

    private List<Integer> units(Part part, Frequency unit, int ofPeriod, int ofStart) {
        if (spec.frequency().compareTo(unit) >= 0) {
            return !spec.has(part) || spec.pick(part).contains(ofPeriod) ? List.of(ofPeriod) : List.of();
        }
        return spec.has(part) ? spec.pick(part) : List.of(ofStart);
    }
}
