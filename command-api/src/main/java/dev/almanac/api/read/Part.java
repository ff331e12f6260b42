package dev.almanac.api.read;

/** The parts of the read model, which are written each by itself. */
public enum Part {
    /** What there is. */
    THINGS,
    /** What was done; of a member's who is one by the things. */
    ACTIVITY
}
