package dev.almanac.topology.recurrence;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** FREQ. Time is a row of periods of this length, numbered without a gap, so that any of them is found by arithmetic. */
public enum Frequency {
    YEARLY(36_525 * 864),
    MONTHLY(2_629_800),
    WEEKLY(604_800),
    DAILY(86_400),
    HOURLY(3_600),
    MINUTELY(60),
    SECONDLY(1);

    private static final int MONTHS = 12;
    private static final int DAYS = 7;
    private static final int HOURS = 24;

    private final long seconds;

    Frequency(long seconds) {
        this.seconds = seconds;
    }

    /** How long a period is, or is on average. */
    long seconds() {
        return seconds;
    }

    boolean isFinerThan(Frequency other) {
        return compareTo(other) > 0;
    }

    /** The number of the period that a time falls into. */
    long periodOf(LocalDateTime time, DayOfWeek weekStart) {
        return switch (this) {
            case YEARLY -> time.getYear();
            case MONTHLY -> (long) time.getYear() * MONTHS + time.getMonthValue() - 1;
            case WEEKLY -> Math.floorDiv(time.toLocalDate().toEpochDay() - firstWeek(weekStart), DAYS);
            case DAILY -> time.toLocalDate().toEpochDay();
            case HOURLY -> time.toLocalDate().toEpochDay() * HOURS + time.getHour();
            case MINUTELY -> Math.floorDiv(time.toEpochSecond(ZoneOffset.UTC), seconds);
            case SECONDLY -> time.toEpochSecond(ZoneOffset.UTC);
        };
    }

    /** The first second of the period with this number. */
    LocalDateTime startOf(long period, DayOfWeek weekStart) {
        return switch (this) {
            case YEARLY -> LocalDate.of((int) period, 1, 1).atStartOfDay();
            case MONTHLY ->
                LocalDate.of((int) Math.floorDiv(period, MONTHS), (int) Math.floorMod(period, (long) MONTHS) + 1, 1)
                        .atStartOfDay();
            case WEEKLY ->
                LocalDate.ofEpochDay(period * DAYS + firstWeek(weekStart)).atStartOfDay();
            case DAILY, HOURLY, MINUTELY, SECONDLY -> LocalDateTime.ofEpochSecond(period * seconds, 0, ZoneOffset.UTC);
        };
    }

    /** The first day from 1970-01-01 on, by its epoch day, with which a week begins. */
    private static long firstWeek(DayOfWeek weekStart) {
        return Math.floorMod(weekStart.getValue() - DayOfWeek.THURSDAY.getValue(), DAYS);
    }
}
