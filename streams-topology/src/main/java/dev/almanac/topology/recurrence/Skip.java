package dev.almanac.topology.recurrence;

/** SKIP (RFC 7529): what becomes of a date that the calendar doesn't have, such as February 31. */
public enum Skip {
    OMIT,
    BACKWARD,
    FORWARD
}
