package dev.almanac.topology.recurrence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import net.fortuna.ical4j.model.Recur;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The rules that people set, against another library, in places whose clocks do odd things. */
class Ical4jTest {
    private static final List<String> RULES = List.of(
            "FREQ=DAILY",
            "FREQ=DAILY;INTERVAL=3",
            "FREQ=DAILY;BYMONTH=3,9,12",
            "FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR",
            "FREQ=WEEKLY",
            "FREQ=WEEKLY;INTERVAL=2;WKST=MO;BYDAY=MO,FR",
            "FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=TU,SU",
            "FREQ=MONTHLY",
            "FREQ=MONTHLY;BYMONTHDAY=-1",
            "FREQ=MONTHLY;BYMONTHDAY=1,15",
            "FREQ=MONTHLY;BYDAY=2TU",
            "FREQ=MONTHLY;BYDAY=-1FR",
            "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
            "FREQ=MONTHLY;INTERVAL=5;BYMONTHDAY=10",
            "FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=FR",
            "FREQ=YEARLY",
            "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
            "FREQ=YEARLY;BYMONTH=1,7;BYMONTHDAY=4",
            "FREQ=YEARLY;BYYEARDAY=1,100,200",
            "FREQ=YEARLY;BYDAY=20MO");

    @Provide
    Arbitrary<String> rules() {
        return Arbitraries.of(RULES);
    }

    @Provide
    Arbitrary<LocalDateTime> starts() {
        // Up to the 28th: what a day that a month lacks is to give, ical4j sees otherwise.
        return Specs.starts().filter(start -> start.getDayOfMonth() <= 28);
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of(
                        "Europe/Berlin",
                        "Australia/Lord_Howe",
                        "Pacific/Apia",
                        "America/Santiago",
                        "Africa/Casablanca",
                        "America/New_York",
                        "Asia/Kathmandu")
                .map(ZoneId::of);
    }

    @Property(tries = 400)
    void givesTheSameDates(@ForAll("rules") String rule, @ForAll("starts") LocalDateTime start) {
        LocalDateTime end = start.plusYears(4);
        assertThat(ours(rule, start, end, ZoneOffset.UTC).stream().map(Occurrence::nominal))
                .isEqualTo(theirs(rule, start, end));
    }

    /** java.time's rule for gaps and overlaps is the design's, so the moments must be those that it derives. */
    @Property(tries = 400)
    void andTheMomentsThatTheClocksOfThePlaceGiveThem(
            @ForAll("rules") String rule, @ForAll("starts") LocalDateTime start, @ForAll("zones") ZoneId zone) {
        LocalDateTime end = start.plusYears(2);
        List<ZonedDateTime> expected = new ArrayList<>();
        for (LocalDateTime date : theirs(rule, start, end)) {
            ZonedDateTime moment = date.atZone(zone);
            // A day that the place left out comes with the next.
            if (!expected.isEmpty() && !moment.isAfter(expected.getLast())) {
                expected.removeLast();
            }
            expected.add(moment);
        }
        assertThat(ours(rule, start, end, zone).stream().map(Occurrence::instant))
                .isEqualTo(expected.stream().map(ZonedDateTime::toInstant).toList());
    }

    private static List<Occurrence> ours(String rule, LocalDateTime start, LocalDateTime end, ZoneId zone) {
        Series series = new Series(Rules.sound(rule), start, zone);
        List<Occurrence> dates = new ArrayList<>();
        Next next = new Next.Found(series.first());
        while (next instanceof Next.Found(Occurrence date) && date.nominal().isBefore(end)) {
            dates.add(date);
            next = series.after(Mark.of(date));
        }
        return dates;
    }

    private static List<LocalDateTime> theirs(String rule, LocalDateTime start, LocalDateTime end) {
        List<LocalDateTime> dates =
                new ArrayList<>(new Recur<LocalDateTime>(rule).getDates(start, start, end.minusSeconds(1)));
        dates.remove(start);
        dates.addFirst(start);
        return dates;
    }
}
