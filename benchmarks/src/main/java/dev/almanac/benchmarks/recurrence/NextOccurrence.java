package dev.almanac.benchmarks.recurrence;

import dev.almanac.topology.recurrence.Mark;
import dev.almanac.topology.recurrence.Next;
import dev.almanac.topology.recurrence.Occurrence;
import dev.almanac.topology.recurrence.Rule;
import dev.almanac.topology.recurrence.RuleReading;
import dev.almanac.topology.recurrence.Series;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.TimeZone;
import java.util.concurrent.TimeUnit;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The next occurrence after now, from the rule's text on, as a decision finds it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class NextOccurrence {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final LocalDateTime NOW = LocalDateTime.parse("2026-11-24T12:00");
    private static final Instant MOMENT = NOW.atZone(ZONE).toInstant();

    @Param({
        "FREQ=DAILY",
        "FREQ=DAILY;INTERVAL=3",
        "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU",
        "FREQ=MONTHLY",
        "FREQ=MONTHLY;BYMONTHDAY=-1",
        "FREQ=MONTHLY;RSCALE=GREGORIAN;SKIP=BACKWARD;BYMONTHDAY=31",
        "FREQ=MONTHLY;BYDAY=2TU",
        "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
        "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU"
    })
    public String rule = "";

    /** Since when the series runs. */
    @Param({"1", "10"})
    public int years;

    @Benchmark
    public Occurrence almanac() {
        if (Rule.read(rule) instanceof RuleReading.Sound(Rule sound)
                && new Series(sound, start(), ZONE).after(new Mark(start(), 1), MOMENT)
                        instanceof Next.Found(Occurrence next)) {
            return next;
        }
        throw new IllegalStateException("no next occurrence of " + rule);
    }

    /** The library by itself, as its documentation has it. */
    @Benchmark
    public DateTime libRecurFastForward() throws InvalidRecurrenceRuleException {
        RecurrenceRuleIterator dates = new RecurrenceRule(rule)
                .iterator(start().atZone(ZONE).toInstant().toEpochMilli(), TimeZone.getTimeZone(ZONE));
        dates.fastForward(MOMENT.toEpochMilli());
        return dates.nextDateTime();
    }

    private LocalDateTime start() {
        return NOW.minusYears(years).withHour(9);
    }
}
