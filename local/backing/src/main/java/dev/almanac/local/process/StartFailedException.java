package dev.almanac.local.process;

/** A process ended, or did not get ready, where it should run. The message is for people and holds its last words. */
public final class StartFailedException extends Exception {
    private static final long serialVersionUID = 1;

    public StartFailedException(String message) {
        super(message);
    }
}
