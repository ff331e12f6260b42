package dev.almanac.local.home;

/** Something that the person at the keyboard can put right; the message says what and how, and is all they see. */
public final class LocalException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public LocalException(String message) {
        super(message);
    }

    public LocalException(String message, Throwable cause) {
        super(message, cause);
    }
}
