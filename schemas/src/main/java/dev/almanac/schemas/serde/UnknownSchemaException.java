package dev.almanac.schemas.serde;

import org.apache.kafka.common.errors.SerializationException;

/**
 * The registry knows no schema with the id that a record names. Either the record is no one's, or the registry has lost
 * what it knew, or one of its instances has not heard of it yet; the record alone doesn't tell.
 */
public final class UnknownSchemaException extends SerializationException {
    public UnknownSchemaException(String message, Throwable cause) {
        super(message, cause);
    }
}
