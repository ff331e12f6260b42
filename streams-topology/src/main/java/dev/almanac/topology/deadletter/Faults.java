package dev.almanac.topology.deadletter;

import dev.almanac.schemas.serde.RegistryUnavailableException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.SerializationException;

/** Tells a record that is at fault from an infrastructure that is. */
public final class Faults {
    private Faults() {}

    /**
     * Whether a repetition may succeed, since registry, broker or store failed and not the record. State stores throw
     * {@link KafkaException}s too.
     */
    public static boolean ofInfrastructure(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RegistryUnavailableException
                    || (cause instanceof KafkaException && !(cause instanceof SerializationException))) {
                return true;
            }
        }
        return false;
    }
}
