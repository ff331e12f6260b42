package dev.almanac.topology.recurrence;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Rules at random: all that RFC 5545 allows, each part now and then. */
final class Specs {
    private Specs() {}

    static Arbitrary<LocalDateTime> starts() {
        return Combinators.combine(
                        Arbitraries.longs().between(10_957, 22_000),
                        Arbitraries.integers().between(0, 86_399))
                .as((day, second) -> LocalDateTime.ofEpochSecond(day * 86_400 + second, 0, java.time.ZoneOffset.UTC));
    }

    static Arbitrary<Spec> any(Frequency... frequencies) {
        return Arbitraries.of(frequencies).flatMap(Specs::of);
    }

    private static Arbitrary<Spec> of(Frequency frequency) {
        return picks(frequency)
                .flatMap(picks -> Combinators.combine(
                                Arbitraries.frequency(
                                        net.jqwik.api.Tuple.of(3, 1),
                                        net.jqwik.api.Tuple.of(1, 2),
                                        net.jqwik.api.Tuple.of(1, 3),
                                        net.jqwik.api.Tuple.of(1, 5)),
                                Arbitraries.of(DayOfWeek.class),
                                skips(frequency, picks),
                                weekdays(frequency, picks),
                                Arbitraries.integers()
                                        .between(-4, 4)
                                        .filter(position -> position != 0)
                                        .list()
                                        .ofMinSize(1)
                                        .ofMaxSize(2)
                                        .uniqueElements()
                                        .injectNull(0.75))
                        .as((interval, weekStart, skip, weekdays, positions) -> new Spec(
                                frequency,
                                interval,
                                weekStart,
                                skip,
                                picks,
                                weekdays,
                                positions == null ? List.of() : positions)))
                // Among these are the few that are refused.
                .filter(spec -> Rule.read(spec.text()) instanceof RuleReading.Sound);
    }

    private static Arbitrary<Skip> skips(Frequency frequency, Map<Part, List<Integer>> picks) {
        // What SKIP is to do with weeks and days of the year, RFC 7529 leaves open.
        return frequency.compareTo(Frequency.MONTHLY) > 0
                        || picks.containsKey(Part.BYWEEKNO)
                        || picks.containsKey(Part.BYYEARDAY)
                ? Arbitraries.just(Skip.OMIT)
                : Arbitraries.of(Skip.class);
    }

    private static Arbitrary<List<Spec.Weekday>> weekdays(Frequency frequency, Map<Part, List<Integer>> picks) {
        boolean countable =
                frequency == Frequency.MONTHLY || (frequency == Frequency.YEARLY && !picks.containsKey(Part.BYWEEKNO));
        Arbitrary<Integer> numbers = countable ? Arbitraries.of(0, 0, 1, 2, 4, 5, -1, -2, -5) : Arbitraries.just(0);
        return Combinators.combine(numbers, Arbitraries.of(DayOfWeek.class))
                .as(Spec.Weekday::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .uniqueElements()
                .injectNull(0.5)
                .map(weekdays -> weekdays == null ? List.of() : weekdays);
    }

    private static Arbitrary<Map<Part, List<Integer>>> picks(Frequency frequency) {
        Arbitrary<Map<Part, List<Integer>>> all = Arbitraries.just(Map.of());
        all = with(all, Part.BYMONTH, numbers(1, 12), 0.7);
        if (frequency == Frequency.YEARLY) {
            all = with(all, Part.BYWEEKNO, Arbitraries.of(1, 2, 20, 52, 53, -1, -53), 0.85);
        }
        if (frequency == Frequency.YEARLY || frequency.isFinerThan(Frequency.DAILY)) {
            all = with(all, Part.BYYEARDAY, Arbitraries.of(1, 59, 60, 100, 200, 365, 366, -1, -100, -366), 0.85);
        }
        if (frequency != Frequency.WEEKLY) {
            all = with(all, Part.BYMONTHDAY, Arbitraries.of(1, 2, 13, 28, 29, 30, 31, -1, -2, -29, -31), 0.6);
        }
        all = with(all, Part.BYHOUR, numbers(0, 23), 0.8);
        all = with(all, Part.BYMINUTE, numbers(0, 59), 0.8);
        return with(all, Part.BYSECOND, numbers(0, 59), 0.9);
    }

    private static Arbitrary<Integer> numbers(int least, int most) {
        return Arbitraries.integers().between(least, most);
    }

    private static Arbitrary<Map<Part, List<Integer>>> with(
            Arbitrary<Map<Part, List<Integer>>> before, Part part, Arbitrary<Integer> values, double absent) {
        return Combinators.combine(
                        before,
                        values.list().ofMinSize(1).ofMaxSize(3).uniqueElements().injectNull(absent))
                .as((picks, list) -> {
                    Map<Part, List<Integer>> all = new EnumMap<>(Part.class);
                    all.putAll(picks);
                    if (list != null) {
                        all.put(part, list);
                    }
                    return all;
                });
    }
}
