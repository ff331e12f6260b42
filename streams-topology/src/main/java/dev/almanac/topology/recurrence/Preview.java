package dev.almanac.topology.recurrence;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a rule comes to, for people to look at.
 *
 * @param dates in ascending order
 * @param isFutile true where there are fewer than asked for because none more was found, which is not the end of the series
 */
public record Preview(List<Date> dates, boolean isFutile) {
    /** @param note why it is another time than one would expect; empty where it isn't */
    public record Date(LocalDateTime local, Instant instant, Optional<String> note) {}

    /**
     * @param start local; midnight where the dates are whole days
     * @param wholeDays whether they are
     * @param after local; dates up to this one are left out
     * @param leftOut local; others that are
     */
    public static Preview of(
            Rule rule,
            LocalDateTime start,
            boolean wholeDays,
            ZoneId zone,
            Optional<LocalDateTime> after,
            Set<LocalDateTime> leftOut,
            int limit) {
        Series series = new Series(rule, start, zone, leftOut);
        Notes notes = new Notes(rule, start, zone, wholeDays);
        Occurrence first = series.first();
        List<Date> dates = new ArrayList<>();
        Instant moment = after.map(LocalClock.of(zone)::instant).orElse(Instant.MIN);
        if (first.instant().isAfter(moment)) {
            dates.add(notes.dateOf(first));
        }
        Series.Stretch rest = series.stretch(Mark.of(first), moment, limit - dates.size());
        rest.occurrences().stream().map(notes::dateOf).forEach(dates::add);
        return new Preview(
                dates, rest.end().filter(Next.NotFound.class::isInstance).isPresent());
    }
}
