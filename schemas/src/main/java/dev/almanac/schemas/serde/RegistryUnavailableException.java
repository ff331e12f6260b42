package dev.almanac.schemas.serde;

/** The schema registry did not answer, or not as it should; the record is not at fault. */
public final class RegistryUnavailableException extends RuntimeException {
    public RegistryUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
