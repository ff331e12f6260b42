package dev.almanac.api.export;

/**
 * One thing of the workspace.
 *
 * @param json its state, as the contract has it
 */
record Piece(Kind kind, String json) {
    /** In the order in which they are read. */
    enum Kind {
        WORKSPACE,
        MEMBER,
        LIST,
        TASK,
        COMMENT
    }
}
