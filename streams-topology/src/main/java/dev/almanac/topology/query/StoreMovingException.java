package dev.almanac.topology.query;

/** The state is being moved or restored, or its owner does not answer: soon it may be readable again. */
final class StoreMovingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StoreMovingException(String message) {
        super(message);
    }

    StoreMovingException(String message, Throwable cause) {
        super(message, cause);
    }
}
