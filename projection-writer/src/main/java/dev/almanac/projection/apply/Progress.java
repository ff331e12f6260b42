package dev.almanac.projection.apply;

/** How far a workspace is projected. */
public sealed interface Progress {
    /** Every event up to and including this one is in the rows; 0 for a workspace not seen yet. */
    long seq();

    /** The next event is awaited. */
    record Following(long seq) implements Progress {}

    /**
     * The workspace stands still, since its events can't be followed further.
     *
     * @param reason a sentence for an operator
     */
    record Halted(long seq, String reason) implements Progress {}
}
