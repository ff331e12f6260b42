package dev.almanac.topology.recurrence;

/** Bounds a search by what it does, never by the time that it takes, so that it ends the same way on every machine. */
final class Steps {
    /** Dates looked at. */
    static final int ONE = 1;

    /** A new beginning of an expansion costs about as much as this many dates. */
    static final int BEGINNING = 50;

    private static final int MOST = 200_000;

    private int left = MOST;

    boolean take(int steps) {
        left -= steps;
        return left >= 0;
    }
}
