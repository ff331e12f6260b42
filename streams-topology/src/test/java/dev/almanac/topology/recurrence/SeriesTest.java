package dev.almanac.topology.recurrence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;

class SeriesTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Example
    void monthEndsDontDrift() {
        assertThat(nominals("FREQ=MONTHLY;RSCALE=GREGORIAN;SKIP=BACKWARD", "2026-01-31T09:00", BERLIN, 5))
                .containsExactly(
                        "2026-01-31T09:00",
                        "2026-02-28T09:00",
                        "2026-03-31T09:00",
                        "2026-04-30T09:00",
                        "2026-05-31T09:00");
        assertThat(nominals("FREQ=MONTHLY;SKIP=FORWARD", "2026-01-31T09:00", BERLIN, 3))
                .containsExactly("2026-01-31T09:00", "2026-03-01T09:00", "2026-03-31T09:00");
        assertThat(nominals("FREQ=MONTHLY", "2026-01-31T09:00", BERLIN, 3))
                .containsExactly("2026-01-31T09:00", "2026-03-31T09:00", "2026-05-31T09:00");
        assertThat(nominals("FREQ=YEARLY;SKIP=BACKWARD", "2024-02-29T09:00", BERLIN, 5))
                .containsExactly(
                        "2024-02-29T09:00",
                        "2025-02-28T09:00",
                        "2026-02-28T09:00",
                        "2027-02-28T09:00",
                        "2028-02-29T09:00");
    }

    @Example
    void theStartIsTheFirstAlsoWhereTheRuleWouldNotGiveIt() {
        assertThat(nominals("FREQ=WEEKLY;BYDAY=MO;COUNT=3", "2026-11-24T09:00", BERLIN, 9))
                .containsExactly("2026-11-24T09:00", "2026-11-30T09:00", "2026-12-07T09:00");
    }

    @Example
    void untilIsADateALocalTimeOrAMoment() {
        String start = "2026-11-24T09:00";
        assertThat(nominals("FREQ=DAILY;UNTIL=20261126", start, BERLIN, 9)).hasSize(3);
        assertThat(nominals("FREQ=DAILY;UNTIL=20261126T090000", start, BERLIN, 9))
                .hasSize(3);
        assertThat(nominals("FREQ=DAILY;UNTIL=20261126T085959", start, BERLIN, 9))
                .hasSize(2);
        assertThat(nominals("FREQ=DAILY;UNTIL=20261126T080000Z", start, BERLIN, 9))
                .hasSize(3);
        assertThat(nominals("FREQ=DAILY;UNTIL=20261126T075959Z", start, BERLIN, 9))
                .hasSize(2);
        assertThat(nominals("FREQ=DAILY;UNTIL=20200101", start, BERLIN, 9)).containsExactly(start);
    }

    @Example
    void whatCanNeverMatchIsFoundOutSoon() {
        for (String rule : List.of(
                "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
                "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30",
                "FREQ=MINUTELY;INTERVAL=1440;BYHOUR=3",
                "FREQ=SECONDLY;INTERVAL=60;BYSECOND=30",
                "FREQ=HOURLY;INTERVAL=24;BYHOUR=8;BYMINUTE=0,30",
                "FREQ=DAILY;BYMONTH=4;BYMONTHDAY=31",
                "FREQ=WEEKLY;BYDAY=MO;BYSETPOS=2",
                "FREQ=DAILY;BYHOUR=9;BYSETPOS=2",
                "FREQ=YEARLY;BYWEEKNO=53;BYMONTH=6")) {
            Series series = series(rule, "2026-11-24T09:00", BERLIN);
            assertThat(series.after(new Mark(LocalDateTime.parse("2026-11-24T09:00"), 1)))
                    .as(rule)
                    .isInstanceOf(Next.NotFound.class);
        }
    }

    @Example
    void whatMatchesSeldomIsFoundAllTheSame() {
        assertThat(nominals("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=29;BYDAY=SU", "2026-11-24T09:00", BERLIN, 3))
                .containsExactly("2026-11-24T09:00", "2032-02-29T09:00", "2060-02-29T09:00");
        assertThat(nominals(
                        "FREQ=SECONDLY;BYMONTH=1;BYMONTHDAY=1;BYHOUR=0;BYMINUTE=0;BYSECOND=0",
                        "2026-11-24T09:00",
                        BERLIN,
                        3))
                .containsExactly("2026-11-24T09:00", "2027-01-01T00:00", "2028-01-01T00:00");
        assertThat(nominals("FREQ=HOURLY;INTERVAL=5;BYHOUR=9;BYDAY=MO", "2026-11-24T09:00", BERLIN, 2))
                .containsExactly("2026-11-24T09:00", "2026-12-14T09:00");
        assertThat(nominals("FREQ=YEARLY;BYMONTHDAY=13;BYDAY=2FR", "2026-11-24T09:00", BERLIN, 2))
                .containsExactly("2026-11-24T09:00", "2034-01-13T09:00");
    }

    @Example
    void aTimeThatTheClocksLeaveOutMovesForwardByAsMuch() {
        Occurrence moved = next("FREQ=DAILY", "2026-03-28T02:30", BERLIN);
        assertThat(moved.nominal()).isEqualTo("2026-03-29T02:30");
        assertThat(moved.local()).isEqualTo("2026-03-29T03:30");
        assertThat(moved.instant()).isEqualTo("2026-03-29T01:30:00Z");
        assertThat(nominals("FREQ=DAILY", "2026-03-28T02:30", BERLIN, 3)).last().isEqualTo("2026-03-30T02:30");

        Occurrence byHalfAnHour = next("FREQ=DAILY", "2026-10-03T02:10", ZoneId.of("Australia/Lord_Howe"));
        assertThat(byHalfAnHour.local()).isEqualTo("2026-10-04T02:40");
    }

    @Example
    void ofATimeThatTheClocksShowTwiceTheFirstCounts() {
        assertThat(next("FREQ=DAILY", "2026-10-24T02:30", BERLIN).instant()).isEqualTo("2026-10-25T00:30:00Z");
    }

    @Example
    void aDayThatThePlaceLeftOutComesOnce() {
        ZoneId apia = ZoneId.of("Pacific/Apia");
        assertThat(nominals("FREQ=DAILY", "2011-12-29T09:00", apia, 3))
                .containsExactly("2011-12-29T09:00", "2011-12-31T09:00", "2012-01-01T09:00");
        Occurrence weekly = next("FREQ=WEEKLY", "2011-12-23T09:00", apia);
        assertThat(weekly.nominal()).isEqualTo("2011-12-30T09:00");
        assertThat(weekly.local()).isEqualTo("2011-12-31T09:00");
    }

    @Example
    void hoursNeitherComeTwiceNorOutOfOrderWhereTheClocksJump() {
        for (String rule : List.of("FREQ=HOURLY", "FREQ=MINUTELY;INTERVAL=45", "FREQ=MINUTELY;INTERVAL=7")) {
            Series series = series(rule, "2026-03-29T00:30", BERLIN);
            Occurrence last = series.first();
            for (int i = 0; i < 60; i++) {
                Occurrence next = ((Next.Found) series.after(Mark.of(last))).occurrence();
                assertThat(next.instant()).as(rule).isAfter(last.instant());
                last = next;
            }
        }
    }

    @Example
    void aMomentIsMetByTheClockNotByTheLocalTime() {
        Mark start = new Mark(LocalDateTime.parse("2026-10-20T02:45"), 1);
        Series daily = series("FREQ=DAILY", "2026-10-20T02:45", BERLIN);
        // 02:30 for the second time; 02:45 was an hour before the first of them ended.
        assertThat(daily.after(start, Instant.parse("2026-10-25T01:30:00Z")))
                .isInstanceOfSatisfying(
                        Next.Found.class,
                        found -> assertThat(found.occurrence().nominal()).isEqualTo("2026-10-26T02:45"));
        // 03:10, so 02:45 is over by its name, but it moved to 03:45.
        assertThat(series("FREQ=DAILY", "2026-03-20T02:45", BERLIN)
                        .after(
                                new Mark(LocalDateTime.parse("2026-03-20T02:45"), 1),
                                Instant.parse("2026-03-29T01:10:00Z")))
                .isInstanceOfSatisfying(
                        Next.Found.class,
                        found -> assertThat(found.occurrence().nominal()).isEqualTo("2026-03-29T02:45"));
    }

    @Example
    void countIsKeptWhereverItIsAskedFrom() {
        Series series = series("FREQ=DAILY;COUNT=10", "2026-11-01T09:00", BERLIN);
        Next next = series.after(
                new Mark(LocalDateTime.parse("2026-11-04T09:00"), 4), Instant.parse("2026-11-07T12:00:00Z"));
        assertThat(next).isInstanceOfSatisfying(Next.Found.class, found -> {
            assertThat(found.occurrence().nominal()).isEqualTo("2026-11-08T09:00");
            assertThat(found.occurrence().number()).isEqualTo(8);
        });
        assertThat(series.after(
                        new Mark(LocalDateTime.parse("2026-11-08T09:00"), 8), Instant.parse("2026-11-10T12:00:00Z")))
                .isInstanceOf(Next.Ended.class);
    }

    @Example
    void theCalendarEndsWithTheYear9999() {
        Series series = series("FREQ=YEARLY", "9999-06-01T09:00", BERLIN);
        assertThat(series.after(new Mark(LocalDateTime.parse("9999-06-01T09:00"), 1)))
                .isInstanceOf(Next.Ended.class);
    }

    @Example
    void weeksBeginWhereTheRuleSays() {
        assertThat(nominals("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=MO", "1997-08-05T09:00", BERLIN, 4))
                .containsExactly("1997-08-05T09:00", "1997-08-10T09:00", "1997-08-19T09:00", "1997-08-24T09:00");
        assertThat(nominals(
                        "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=SU;RSCALE=GREGORIAN", "1997-08-05T09:00", BERLIN, 4))
                .containsExactly("1997-08-05T09:00", "1997-08-17T09:00", "1997-08-19T09:00", "1997-08-31T09:00");
    }

    private static Series series(String rule, String start, ZoneId zone) {
        return new Series(Rules.sound(rule), LocalDateTime.parse(start), zone);
    }

    private static Occurrence next(String rule, String start, ZoneId zone) {
        Series series = series(rule, start, zone);
        return ((Next.Found) series.after(Mark.of(series.first()))).occurrence();
    }

    private static List<String> nominals(String rule, String start, ZoneId zone, int most) {
        Series series = series(rule, start, zone);
        List<String> dates = new ArrayList<>();
        Next next = new Next.Found(series.first());
        while (dates.size() < most && next instanceof Next.Found(Occurrence occurrence)) {
            dates.add(occurrence.nominal().toString());
            next = series.after(Mark.of(occurrence));
        }
        return dates;
    }
}
