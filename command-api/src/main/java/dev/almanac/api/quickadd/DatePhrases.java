package dev.almanac.api.quickadd;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.MonthDay;
import java.time.Period;
import java.time.Year;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Phrases that tell a day. */
final class DatePhrases {
    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 9999;
    private static final int CENTURY = 2000;
    private static final int TWO_FIGURES = 2;
    /** February 29 comes again after eight years at most. */
    private static final int LEAP = 8;

    private static final String NUMBER = "[0-9]{1,2}";
    private static final String YEAR = "[0-9]{4}|[0-9]{2}";

    private DatePhrases() {}

    static Phrases<Day> of(Vocabulary vocabulary) {
        return new Phrases<Day>(vocabulary, "date")
                .on(
                        "day",
                        (said, setting) -> said.number("day")
                                .flatMap(days -> day(() -> setting.today().plusDays(days))))
                .on("weekday", (said, setting) -> weekday(said).map(day -> next(day, setting)))
                .on(
                        "next-weekday",
                        (said, setting) -> weekday(said)
                                .map(day -> Day.of(nextWeek(setting).with(day))))
                .on("next-unit", (said, setting) -> said.value("unit").flatMap(unit -> nextUnit(unit, setting)))
                .on("weekend", (_, setting) -> Optional.of(next(DayOfWeek.SATURDAY, setting)))
                .on(
                        "next-weekend",
                        (_, setting) -> Optional.of(Day.of(nextWeek(setting).with(DayOfWeek.SATURDAY))))
                .on("offset", DatePhrases::offset)
                .on("month-day", DatePhrases::monthDay)
                .on("day-of-month", (said, setting) -> said.number("ordinal").flatMap(day -> dayOfMonth(day, setting)))
                .on("end-of-month", (_, setting) -> day(() -> setting.today().with(TemporalAdjusters.lastDayOfMonth())))
                .on("end-of-week", (_, setting) -> day(() -> setting.today().with(DayOfWeek.SUNDAY)))
                .on("end-of-year", (_, setting) -> day(() -> setting.today().with(TemporalAdjusters.lastDayOfYear())))
                .on("day-part", DatePhrases::dayPart)
                .on(
                        "weekday-part",
                        (said, setting) -> weekday(said)
                                .flatMap(day -> daypart(said).map(time -> {
                                    var next = next(day, setting);
                                    return new Day(next.date(), Optional.of(time), next.otherwise());
                                })))
                .onFigures(
                        "(?<year>[0-9]{4})[-/](?<month>%1$s)[-/](?<first>%1$s)(?:[T ](?<hour>[0-2][0-9]):(?<minute>[0-5][0-9]))?"
                                .formatted(NUMBER),
                        (said, _) -> iso(said))
                .onFigures(
                        "(?<first>%1$s)[.] ?(?<month>%1$s)[.](?: ?(?<year>%2$s))?".formatted(NUMBER, YEAR),
                        (said, setting) -> figures(said, true, setting))
                .onFigures(
                        "(?<first>%1$s)/(?<month>%1$s)(?:/(?<year>%2$s))?".formatted(NUMBER, YEAR),
                        (said, setting) -> figures(said, setting.dayFirst(), setting))
                .onFigures(
                        "(?<first>%1$s)-(?<month>%1$s)-(?<year>[0-9]{4})".formatted(NUMBER),
                        (said, setting) -> figures(said, setting.dayFirst(), setting));
    }

    private static Optional<Day> day(Supplier<LocalDate> date) {
        try {
            return Optional.of(date.get()).filter(DatePhrases::isUsual).map(Day::of);
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static boolean isUsual(LocalDate date) {
        return date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR;
    }

    private static Optional<DayOfWeek> weekday(Said said) {
        return said.value("weekday").map(DayOfWeek::valueOf);
    }

    private static Day next(DayOfWeek day, Setting setting) {
        return Day.next(setting.today().with(TemporalAdjusters.nextOrSame(day)), Period.ofWeeks(1));
    }

    /** A day of the week after this one, which begins on a Monday. */
    private static LocalDate nextWeek(Setting setting) {
        return setting.today().plusWeeks(1);
    }

    private static Optional<Day> nextUnit(String unit, Setting setting) {
        var today = setting.today();
        return switch (ChronoUnit.valueOf(unit)) {
            case DAYS -> day(() -> today.plusDays(1));
            case WEEKS -> day(() -> nextWeek(setting).with(DayOfWeek.MONDAY));
            case MONTHS -> day(() -> today.with(TemporalAdjusters.firstDayOfNextMonth()));
            case YEARS -> day(() -> today.with(TemporalAdjusters.firstDayOfNextYear()));
            default -> Optional.empty();
        };
    }

    private static Optional<Day> offset(Said said, Setting setting) {
        var unit = ChronoUnit.valueOf(said.value("unit").orElseThrow());
        long count = said.number("count").orElseThrow();
        if (unit.isDateBased()) {
            return day(() -> setting.today().plus(count, unit));
        }
        var moment = LocalDateTime.ofInstant(setting.writtenAt().plus(count, unit), setting.zone())
                .truncatedTo(ChronoUnit.MINUTES);
        return Optional.of(Day.at(moment.toLocalDate(), moment.toLocalTime())).filter(day -> isUsual(day.date()));
    }

    private static Optional<Day> monthDay(Said said, Setting setting) {
        var month = said.number("month").orElseThrow();
        var day = said.number("monthDay").orElseThrow();
        return said.number("year")
                .map(year -> day(() -> LocalDate.of(year, month, day)))
                .orElseGet(() -> yearless(month, day, setting))
                .filter(found -> weekday(said)
                        .map(weekday -> found.date().getDayOfWeek() == weekday)
                        .orElse(true));
    }

    /** The next such day, today included. */
    private static Optional<Day> yearless(int month, int day, Setting setting) {
        var today = setting.today();
        if (month < 1 || month > 12 || day < 1 || day > Month.of(month).maxLength()) {
            return Optional.empty();
        }
        var wanted = MonthDay.of(month, day);
        return Stream.iterate(today.getYear(), year -> year + 1)
                .limit(LEAP + 1)
                .filter(wanted::isValidYear)
                .map(wanted::atYear)
                .filter(date -> !date.isBefore(today) && isUsual(date))
                .findFirst()
                .map(date -> Day.next(date, Period.ofYears(1)));
    }

    /** The next such day, today included, in a month that has it. */
    private static Optional<Day> dayOfMonth(int day, Setting setting) {
        var today = setting.today();
        return Stream.iterate(today.withDayOfMonth(1), month -> month.plusMonths(1))
                .limit(3)
                .filter(month -> day >= 1 && day <= month.lengthOfMonth())
                .map(month -> month.withDayOfMonth(day))
                .filter(date -> !date.isBefore(today) && isUsual(date))
                .findFirst()
                .map(date -> Day.next(date, Period.ofMonths(1)));
    }

    private static Optional<Day> dayPart(Said said, Setting setting) {
        var days = said.number("day").orElse(0);
        return day(() -> setting.today().plusDays(days))
                .flatMap(day -> daypart(said)
                        .or(() -> said.value("tonight").map(LocalTime::parse))
                        .map(time -> Day.at(day.date(), time)));
    }

    private static Optional<LocalTime> daypart(Said said) {
        return said.value("daypart").map(LocalTime::parse);
    }

    private static Optional<Day> iso(Said said) {
        var date = day(() -> LocalDate.of(
                said.number("year").orElseThrow(),
                said.number("month").orElseThrow(),
                said.number("first").orElseThrow()));
        return said.number("hour")
                .map(hour -> date.filter(_ -> hour < 24)
                        .map(day -> Day.at(
                                day.date(),
                                LocalTime.of(hour, said.number("minute").orElseThrow()))))
                .orElse(date);
    }

    /** Two numbers, of which one that is no month is the day wherever it stands. */
    private static Optional<Day> figures(Said said, boolean dayFirst, Setting setting) {
        int first = said.number("first").orElseThrow();
        int second = said.number("month").orElseThrow();
        var isDayFirst = first > 12 || (dayFirst && second <= 12);
        var month = isDayFirst ? second : first;
        var day = isDayFirst ? first : second;
        return said.text("year")
                .map(DatePhrases::year)
                .map(year -> day(() -> LocalDate.of(year, month, day)))
                .orElseGet(() -> yearless(month, day, setting));
    }

    private static int year(String figures) {
        return Year.parse(figures.length() == TWO_FIGURES ? CENTURY / 100 + figures : figures)
                .getValue();
    }
}
