package dev.almanac.topology.query;

/** Whose store a read saw. */
sealed interface ReadFrom {
    /** That of the instance which decides for the workspace. */
    record Owner() implements ReadFrom {}

    /**
     * A copy.
     *
     * @param lag changelog records that it had not applied when it was last compared
     */
    record Standby(long lag) implements ReadFrom {}
}
