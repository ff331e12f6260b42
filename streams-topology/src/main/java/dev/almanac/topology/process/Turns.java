package dev.almanac.topology.process;

import java.time.Duration;

/**
 * Whose turn it is, the timers' or the commands', where both have much to do: each has the thread for as long as the other
 * had it. Where no command came while it was the commands' turn there is none waiting, and the timers go on.
 */
final class Turns {
    private final long budgetNanos;
    private boolean commandCame;
    private long endedAt;
    private long lasted;

    Turns(Duration budget) {
        this.budgetNanos = budget.toNanos();
    }

    void commandCame() {
        commandCame = true;
    }

    /** @param now of a clock that only goes on, in nanoseconds, so in all of these */
    boolean isCommandsTurn(long now) {
        return commandCame && now - endedAt < lasted;
    }

    boolean isOver(long startedAt, long now) {
        return now - startedAt >= budgetNanos;
    }

    /** The timers' turn is over. @param more whether some are still due */
    void ended(long startedAt, long now, boolean more) {
        commandCame = false;
        endedAt = now;
        lasted = more ? now - startedAt : 0;
    }
}
