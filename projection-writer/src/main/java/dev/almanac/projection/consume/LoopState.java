package dev.almanac.projection.consume;

/** What an {@link EventLoop} is doing. */
public sealed interface LoopState {
    /**
     * Waiting to learn where to read on: at the start, after a rebalance or after a failure.
     *
     * @param failures in a row, 0 before the first
     * @param reason a sentence for an operator
     */
    record Positioning(int failures, String reason) implements LoopState {}

    /** Events are applied as they come. */
    record Following() implements LoopState {}

    /**
     * It has ended.
     *
     * @param asked whether it was told to
     */
    record Ended(boolean asked) implements LoopState {}
}
