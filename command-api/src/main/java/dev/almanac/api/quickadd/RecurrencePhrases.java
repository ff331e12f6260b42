package dev.almanac.api.quickadd;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Phrases that tell how often, and when it ends. */
final class RecurrencePhrases {
    /** A rule may not have longer intervals. */
    private static final long MOST_DAYS_APART = 36_000;

    private static final List<DayOfWeek> WORKDAYS =
            List.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY);
    private static final int LONGEST_MONTH = 31;
    private static final int MOST_WEEKDAYS = 5;

    private RecurrencePhrases() {}

    static Phrases<Repetition> of(Vocabulary vocabulary) {
        return new Phrases<Repetition>(vocabulary, "recurrence")
                .on(
                        "unit",
                        (said, _) -> strict(
                                said,
                                byUnit(
                                        said,
                                        said.number("count")
                                                .or(() -> said.number("nth"))
                                                .orElse(1))))
                .on("other-unit", (said, _) -> strict(said, byUnit(said, 2)))
                .on("weekdays", (said, _) -> strict(said, weekly(1, weekdays(said))))
                .on(
                        "other-weekdays",
                        (said, _) -> strict(said, weekly(said.number("count").orElse(2), weekdays(said))))
                .on("workdays", (said, _) -> strict(said, weekly(1, WORKDAYS)))
                .on("weekend", (said, _) -> strict(said, weekly(1, List.of(DayOfWeek.SATURDAY))))
                .on("month-days", (said, _) -> strict(said, monthDays(said)))
                .on(
                        "month-end",
                        (said, _) -> strict(said, Optional.of(monthly(1).onMonthDays(List.of(-1)))))
                .on("nth-weekday", (said, _) -> strict(said, nthWeekday(said)))
                .on("year-day", (said, _) -> strict(said, yearDay(said)))
                .on("day-part", (said, _) -> strict(said, daypart(said).map(Repetition.every(1, ChronoUnit.DAYS)::at)))
                .on(
                        "weekday-part",
                        (said, _) -> strict(
                                said,
                                said.value("weekday")
                                        .map(DayOfWeek::valueOf)
                                        .flatMap(day -> weekly(1, List.of(day)))
                                        .flatMap(repetition -> daypart(said).map(repetition::at))));
    }

    /** Words such as "daily", which may as well be said of a thing. */
    static Phrases<Repetition> adverbs(Vocabulary vocabulary) {
        return new Phrases<Repetition>(vocabulary, "recurrence")
                .on(
                        "adverb",
                        (said, _) -> said.value("adverb")
                                .map(value -> value.split(" ", 2))
                                .map(value ->
                                        Repetition.every(Integer.parseInt(value[1]), ChronoUnit.valueOf(value[0]))));
    }

    static Phrases<Integer> times(Vocabulary vocabulary) {
        return new Phrases<Integer>(vocabulary, "end").on("times", (said, _) -> said.number("count"));
    }

    private static Optional<Repetition> strict(Said said, Optional<Repetition> repetition) {
        var strict = said.text("every").filter(word -> word.endsWith("!")).isPresent();
        return repetition.map(found -> found.afterCompletion(strict));
    }

    private static Optional<Repetition> byUnit(Said said, int interval) {
        return said.value("unit")
                .map(ChronoUnit::valueOf)
                .filter(unit -> interval >= 1 && unit.getDuration().toDays() * interval <= MOST_DAYS_APART)
                .map(unit -> Repetition.every(interval, unit));
    }

    private static Optional<Repetition> weekly(int interval, List<DayOfWeek> days) {
        return Optional.of(Repetition.every(interval, ChronoUnit.WEEKS).onWeekdays(days))
                .filter(_ -> !days.isEmpty() && interval * 7L <= MOST_DAYS_APART);
    }

    private static List<DayOfWeek> weekdays(Said said) {
        return said.values("weekdays", "weekday").stream()
                .map(DayOfWeek::valueOf)
                .toList();
    }

    private static Repetition monthly(int interval) {
        return Repetition.every(interval, ChronoUnit.MONTHS);
    }

    private static Optional<Repetition> monthDays(Said said) {
        var days = said.numbers("ordinals").stream().sorted().toList();
        int interval = said.number("count").orElse(1);
        return Optional.of(monthly(interval).onMonthDays(days))
                .filter(_ -> days.stream().allMatch(day -> day >= 1 && day <= LONGEST_MONTH)
                        && !days.isEmpty()
                        && interval * 30L <= MOST_DAYS_APART);
    }

    private static Optional<Repetition> nthWeekday(Said said) {
        return said.number("nth")
                .filter(nth -> nth == -1 || (nth >= 1 && nth <= MOST_WEEKDAYS))
                .flatMap(nth -> said.value("weekday")
                        .map(DayOfWeek::valueOf)
                        .map(day -> monthly(1).onNth(nth, day)));
    }

    private static Optional<Repetition> yearDay(Said said) {
        int month = said.number("month").orElseThrow();
        int day = said.number("monthDay").orElseThrow();
        return Optional.of(Repetition.every(1, ChronoUnit.YEARS).inMonth(month).onMonthDays(List.of(day)))
                .filter(_ -> day >= 1 && day <= Month.of(month).maxLength());
    }

    private static Optional<LocalTime> daypart(Said said) {
        return said.value("daypart").map(LocalTime::parse);
    }

    /** UNTIL, as RFC 5545 wants it beside a day. */
    static String untilDay(LocalDate day) {
        return "UNTIL=" + java.time.format.DateTimeFormatter.BASIC_ISO_DATE.format(day);
    }
}
