package dev.almanac.topology.deadletter;

/**
 * A record can't be handled, now or ever, and nothing has been written on its account. {@link UnhandledRecords} makes
 * it a dead letter.
 */
public final class UnhandledRecordException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnhandledRecordException(String message) {
        super(message);
    }

    public UnhandledRecordException(String message, Throwable cause) {
        super(message, cause);
    }
}
