package dev.almanac.api.filter;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** What a date is compared to. */
public sealed interface Point {
    /** All of a day. */
    record Day(LocalDate date) implements Point {
        /** Its first moment. */
        public Instant begin(ZoneId zone) {
            return date.atStartOfDay(zone).toInstant();
        }

        /** The first moment after it. */
        public Instant end(ZoneId zone) {
            return date.plusDays(1).atStartOfDay(zone).toInstant();
        }
    }

    /** One moment. */
    record Moment(Instant at) implements Point {
        /** The day that it is in. */
        public LocalDate day(ZoneId zone) {
            return at.atZone(zone).toLocalDate();
        }
    }
}
