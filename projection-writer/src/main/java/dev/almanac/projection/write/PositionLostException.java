package dev.almanac.projection.write;

import dev.almanac.projection.apply.Batch;

/**
 * A partition is not where the writer left it: another writer has taken it over, or the read model was replaced by a
 * rebuilt one. Nothing was written; the position is to be read anew.
 */
public final class PositionLostException extends RuntimeException {
    PositionLostException(Batch<?> batch) {
        super("Another writer has moved a partition of " + batch.topic() + ", not at " + batch.advances());
    }
}
