package dev.almanac.api.export;

/**
 * One thing of the workspace.
 *
 * @param json its state, as the contract has it, or some of it
 */
record Piece(Kind kind, String json) {
    /** In the order in which they are read. */
    enum Kind {
        /** A task of a series, as far as needed to tell the series as one thing. */
        OCCURRENCE,
        WORKSPACE,
        MEMBER,
        LIST,
        TASK,
        COMMENT
    }
}
