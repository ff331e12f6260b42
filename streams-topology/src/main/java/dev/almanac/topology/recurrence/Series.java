package dev.almanac.topology.recurrence;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The dates of a rule from a start on. The start is always the first, also where the rule alone would not give it. Dates that
 * are left out count, but nothing is on them.
 *
 * <p>What follows a date is found near that date, however long ago the series began. Only where the rule has a COUNT are
 * the dates in between counted, from the last one that is known.
 */
public final class Series {
    private static final int MOST_MISSED = 10_000;

    private final Rule rule;
    private final LocalDateTime start;
    private final LocalClock clock;
    private final Candidates candidates;
    private final Set<LocalDateTime> leftOut;

    /**
     * @param start local; midnight where the series is of whole days
     * @param zone whose clocks tell the time
     */
    public Series(Rule rule, LocalDateTime start, ZoneId zone) {
        this(rule, start, zone, Set.of());
    }

    /** @param leftOut dates after the start on which nothing is, as the rule gives them */
    public Series(Rule rule, LocalDateTime start, ZoneId zone, Set<LocalDateTime> leftOut) {
        this.rule = rule;
        this.start = start;
        this.leftOut = leftOut;
        this.clock = LocalClock.of(zone);
        this.candidates = Candidates.of(rule, start);
    }

    public Occurrence first() {
        return occurrence(start, 1);
    }

    /** What follows a date of the series. */
    public Next after(Mark last) {
        return after(last, Instant.MIN);
    }

    /** The first date that follows one and also lies after a moment. */
    public Next after(Mark last, Instant moment) {
        Stretch stretch = stretch(last, moment, 1);
        return stretch.occurrences().stream()
                .findFirst()
                .<Next>map(Next.Found::new)
                .or(stretch::end)
                .orElseThrow();
    }

    /**
     * The last date that follows one and lies no later than a moment, or the first that follows where none does. Of very
     * many it is only the last that one search comes to.
     */
    public Next latest(Mark last, Instant moment) {
        Stretch stretch = stretch(last, Instant.MIN, moment, MOST_MISSED);
        List<Occurrence> following = stretch.occurrences();
        if (following.isEmpty()) {
            return stretch.end().orElseThrow();
        }
        int past = 0;
        while (past < following.size() && !following.get(past).instant().isAfter(moment)) {
            past++;
        }
        return new Next.Found(following.get(Math.max(0, past - 1)));
    }

    /**
     * The dates that follow one and also lie after a moment.
     *
     * @param most how many to find
     */
    public Stretch stretch(Mark last, Instant moment, int most) {
        return stretch(last, moment, Instant.MAX, most);
    }

    /** @param enough with a date after this there are enough, also where they are fewer */
    private Stretch stretch(Mark last, Instant moment, Instant enough, int most) {
        Steps steps = new Steps();
        Candidates.Walk walk = candidates.after(from(last, moment), steps);
        List<Occurrence> found = new ArrayList<>();
        int number = last.number();
        while (found.size() < most) {
            if (rule.count().isPresent() && number >= rule.count().get()) {
                return new Stretch(found, Optional.of(new Next.Ended()));
            }
            Optional<LocalDateTime> next = walk.next();
            if (next.isEmpty()) {
                return new Stretch(found, Optional.of(walk.hasEnded() ? new Next.Ended() : new Next.NotFound()));
            }
            if (coincides(next.get(), steps)) {
                continue;
            }
            number++;
            Occurrence occurrence = occurrence(next.get(), number);
            if (rule.until().filter(until -> until.isBefore(occurrence)).isPresent()) {
                return new Stretch(found, Optional.of(new Next.Ended()));
            }
            if (leftOut.contains(occurrence.nominal())) {
                continue;
            }
            if (occurrence.instant().isAfter(moment)) {
                found.add(occurrence);
            }
            if (occurrence.instant().isAfter(enough)) {
                break;
            }
        }
        return new Stretch(found, Optional.empty());
    }

    /** @param end why there are no more; empty where there may be */
    public record Stretch(List<Occurrence> occurrences, Optional<Next> end) {}

    /** From where to search: with a COUNT from the last date, else past all that is sure to lie before the moment. */
    private LocalDateTime from(Mark last, Instant moment) {
        if (rule.count().isPresent() || moment.equals(Instant.MIN)) {
            return last.nominal();
        }
        LocalDateTime past = clock.surelyPast(moment);
        return past.isAfter(last.nominal()) ? past : last.nominal();
    }

    /** Whether the rule itself gives a local time, apart from its start, end and gaps of the clocks. */
    boolean gives(LocalDateTime nominal) {
        return candidates
                .after(nominal.minusSeconds(1), new Steps())
                .next()
                .filter(nominal::equals)
                .isPresent();
    }

    /**
     * Whether a date that the clocks leave out would move to, or past, the next that they show. Then both are one, so that
     * dates never come twice nor out of order.
     */
    private boolean coincides(LocalDateTime nominal, Steps steps) {
        Optional<ZoneOffsetTransition> gap = clock.gap(nominal);
        return gap.isPresent()
                && candidates
                        .after(gap.get().getDateTimeAfter().minusSeconds(1), steps)
                        .next()
                        .filter(shown -> !shown.isAfter(clock.shown(nominal)))
                        .isPresent();
    }

    private Occurrence occurrence(LocalDateTime nominal, int number) {
        return new Occurrence(nominal, clock.shown(nominal), clock.instant(nominal), number);
    }
}
