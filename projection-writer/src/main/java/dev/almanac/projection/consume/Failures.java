package dev.almanac.projection.consume;

import dev.almanac.projection.write.PositionLostException;
import dev.almanac.schemas.serde.RegistryUnavailableException;
import dev.almanac.schemas.serde.UnknownSchemaException;
import io.r2dbc.spi.R2dbcNonTransientResourceException;
import io.r2dbc.spi.R2dbcTransientException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.errors.RetriableException;

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
            case UnknownSchemaException e -> true;
            case RetriableException e -> true;
            case R2dbcTransientException e -> true;
            case R2dbcNonTransientResourceException e -> true;
            default -> failure.getCause() instanceof TimeoutException;
        };
    }
}
