package dev.almanac.api.stream;

/** Cuts a connection on which nothing moves any more. It has no stack trace: it is no defect. */
final class StalledClientException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StalledClientException(String message) {
        super(message, null, false, false);
    }
}
