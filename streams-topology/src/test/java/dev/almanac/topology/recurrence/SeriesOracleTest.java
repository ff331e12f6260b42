package dev.almanac.topology.recurrence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Whatever a rule says, its dates are those that looking at each day and time of a calendar gives. */
class SeriesOracleTest {
    private static final ZoneOffset UTC = ZoneOffset.UTC;

    @Provide
    Arbitrary<Spec> byDaysOrMore() {
        return Specs.any(Frequency.YEARLY, Frequency.MONTHLY, Frequency.WEEKLY, Frequency.DAILY);
    }

    @Provide
    Arbitrary<Spec> byHoursOrLess() {
        return Specs.any(Frequency.HOURLY, Frequency.MINUTELY, Frequency.SECONDLY);
    }

    @Provide
    Arbitrary<LocalDateTime> starts() {
        return Specs.starts();
    }

    @Property(tries = 3000)
    void datesOfYearsMonthsWeeksAndDays(@ForAll("byDaysOrMore") Spec spec, @ForAll("starts") LocalDateTime start) {
        LocalDateTime end = start.plusYears(6);
        assertThat(walk(spec, start, end)).isEqualTo(new PlainCalendar(spec, start).until(end));
    }

    @Property(tries = 200)
    void datesWithinDays(@ForAll("byHoursOrLess") Spec spec, @ForAll("starts") LocalDateTime start) {
        LocalDateTime end = switch (spec.frequency()) {
            case HOURLY -> start.plusDays(400);
            case MINUTELY -> start.plusDays(3);
            default -> start.plusHours(2);
        };
        assertThat(walk(spec, start, end)).isEqualTo(new PlainCalendar(spec, start).until(end));
    }

    /** From anywhere in a series, what follows is what follows there from the beginning on. */
    @Property(tries = 600)
    void whatFollowsDoesNotDependOnWhereItIsAskedFrom(
            @ForAll("byDaysOrMore") Spec spec,
            @ForAll("starts") LocalDateTime start,
            @ForAll @IntRange(min = 0, max = 2000) int days) {
        LocalDateTime moment = start.plusDays(days).plusHours(5);
        LocalDateTime end = moment.plusYears(4);
        Next next = series(spec, start).after(new Mark(start, 1), moment.toInstant(UTC));
        List<LocalDateTime> expected = new PlainCalendar(spec, start)
                .until(end).stream().filter(date -> date.isAfter(moment)).toList();
        if (expected.isEmpty()) {
            assertThat(next instanceof Next.Found(Occurrence found)
                            && found.nominal().isBefore(end))
                    .isFalse();
        } else {
            assertThat(next)
                    .isInstanceOfSatisfying(
                            Next.Found.class,
                            found -> assertThat(found.occurrence().nominal()).isEqualTo(expected.getFirst()));
        }
    }

    private static Series series(Spec spec, LocalDateTime start) {
        return new Series(Rules.sound(spec.text()), start, UTC);
    }

    private static List<LocalDateTime> walk(Spec spec, LocalDateTime start, LocalDateTime end) {
        Series series = series(spec, start);
        List<LocalDateTime> dates = new ArrayList<>();
        Occurrence last = series.first();
        while (last.nominal().isBefore(end)) {
            dates.add(last.nominal());
            if (!(series.after(Mark.of(last)) instanceof Next.Found(Occurrence next))) {
                break;
            }
            last = next;
        }
        return dates;
    }
}
