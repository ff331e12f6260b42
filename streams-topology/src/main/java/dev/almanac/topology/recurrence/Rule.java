package dev.almanac.topology.recurrence;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A rule that was read and found sound.
 *
 * @param count how many dates the series has, its start included
 * @param picks the BY parts, each with its values in iCalendar's letters
 */
public record Rule(
        Frequency frequency,
        int interval,
        Optional<Integer> count,
        Optional<Until> until,
        DayOfWeek weekStart,
        Skip skip,
        Map<Part, List<String>> picks) {
    /** All months: a BYMONTH that leaves nothing out. */
    static final List<String> MONTHS =
            IntStream.rangeClosed(1, 12).mapToObj(Integer::toString).toList();

    private static final Set<Part> TIMES = Set.of(Part.BYHOUR, Part.BYMINUTE, Part.BYSECOND);

    public Rule {
        picks = Map.copyOf(picks);
    }

    /** Reads a rule such as {@code FREQ=MONTHLY;BYMONTHDAY=-1}; upper and lower case are the same. */
    public static RuleReading read(String text) {
        return RuleReader.read(text);
    }

    /** Whether it says anything of the time of day, which a series of whole days has none of. */
    public boolean needsTime() {
        return frequency.isFinerThan(Frequency.DAILY) || TIMES.stream().anyMatch(picks::containsKey);
    }

    /** The same, without an end by number. */
    public Rule uncounted() {
        return new Rule(frequency, interval, Optional.empty(), until, weekStart, skip, picks);
    }

    boolean has(Part part) {
        return picks.containsKey(part);
    }

    private boolean hasNone(Part... parts) {
        return Stream.of(parts).noneMatch(this::has);
    }

    Rule with(Skip other) {
        return new Rule(frequency, interval, count, until, weekStart, other, picks);
    }

    Rule everyYear() {
        return new Rule(frequency, 1, count, until, weekStart, skip, picks);
    }

    Rule withPicks(Map<Part, List<String>> others) {
        return new Rule(frequency, interval, count, until, weekStart, skip, others);
    }

    /**
     * The same rule with what it leaves to its start written out, save for the time of day. Then its dates in a period no
     * longer depend on the start, and so it can be begun at any of its periods.
     */
    Rule explicit(LocalDateTime start) {
        Map<Part, List<String>> all = new EnumMap<>(Part.class);
        all.putAll(picks);
        switch (frequency) {
            case YEARLY -> {
                if (hasNone(Part.BYWEEKNO, Part.BYYEARDAY, Part.BYMONTHDAY, Part.BYDAY)) {
                    all.putIfAbsent(Part.BYMONTH, List.of(Integer.toString(start.getMonthValue())));
                    all.put(Part.BYMONTHDAY, List.of(Integer.toString(start.getDayOfMonth())));
                } else if (has(Part.BYMONTHDAY) && hasNone(Part.BYWEEKNO, Part.BYYEARDAY)) {
                    // By the RFC this is a day of every month; lib-recur would take the start's month alone.
                    all.putIfAbsent(Part.BYMONTH, MONTHS);
                } else if (has(Part.BYWEEKNO)) {
                    all.putIfAbsent(
                            Part.BYDAY,
                            hasNone(Part.BYYEARDAY, Part.BYMONTHDAY)
                                    ? List.of(Weekdays.code(start.getDayOfWeek()))
                                    : Weekdays.CODES);
                }
            }
            case MONTHLY -> {
                if (hasNone(Part.BYMONTHDAY, Part.BYDAY)) {
                    all.put(Part.BYMONTHDAY, List.of(Integer.toString(start.getDayOfMonth())));
                }
            }
            case WEEKLY -> all.putIfAbsent(Part.BYDAY, List.of(Weekdays.code(start.getDayOfWeek())));
            case DAILY, HOURLY, MINUTELY, SECONDLY -> {
                // The period is the day, or less.
            }
        }
        return withPicks(all);
    }
}
