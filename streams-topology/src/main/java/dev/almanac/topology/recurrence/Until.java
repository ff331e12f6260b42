package dev.almanac.topology.recurrence;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** UNTIL: the last date or moment at which a thing may recur, inclusive. */
sealed interface Until {
    boolean isBefore(Occurrence occurrence);

    record OfDate(LocalDate date) implements Until {
        @Override
        public boolean isBefore(Occurrence occurrence) {
            return date.isBefore(occurrence.nominal().toLocalDate());
        }
    }

    /** By the clock of the place where the thing recurs. */
    record OfLocal(LocalDateTime time) implements Until {
        @Override
        public boolean isBefore(Occurrence occurrence) {
            return time.isBefore(occurrence.nominal());
        }
    }

    record OfInstant(Instant instant) implements Until {
        @Override
        public boolean isBefore(Occurrence occurrence) {
            return instant.isBefore(occurrence.instant());
        }
    }
}
