package dev.almanac.projection.apply;

import java.time.Instant;

/**
 * One event of the log, as far as the read model is concerned.
 *
 * @param place where it stands
 * @param audited whether the audit log has to tell of it, since a user did it
 * @param change what it does; this also tells its workspace and its seq there, from 1
 */
public record Fact(Place place, Instant occurredAt, boolean audited, Change change) {
    public Fact {
        if (change.seq() < 1) {
            throw new IllegalArgumentException("Events are counted from 1, not " + change.seq());
        }
    }
}
