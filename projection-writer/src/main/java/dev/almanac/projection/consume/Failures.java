package dev.almanac.projection.consume;

import dev.almanac.projection.write.PositionLostException;
import dev.almanac.schemas.serde.RegistryUnavailableException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.errors.RetriableException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Tells what passes from what doesn't. */
final class Failures {
    private Failures() {}

    /**
     * Whether trying again from the read model's position may do: the broker, the registry or Postgres did not answer, or
     * the position was lost to another writer. Anything else is a defect or a wrong set-up, and ends the process.
     */
    static boolean passes(Throwable failure) {
        return switch (failure) {
            case PositionLostException e -> true;
            case RegistryUnavailableException e -> true;
            case RetriableException e -> true;
            case TransientDataAccessException e -> true;
            case DataAccessResourceFailureException e -> true;
            case NonTransientDataAccessResourceException e -> true;
            case CannotCreateTransactionException e -> true;
            default -> failure.getCause() instanceof TimeoutException;
        };
    }
}
