package dev.almanac.topology.process;

import java.time.Duration;

/**
 * When to commit early: at once, so that a lone command is answered at once, but not again within a window, so that many
 * commands share a transaction. One for all the partitions of a stream thread, since their commits are one.
 */
final class GroupCommit {
    private final long windowMillis;
    private long lastAsked = Long.MIN_VALUE;

    GroupCommit(Duration window) {
        this.windowMillis = window.toMillis();
    }

    /**
     * Whether to ask for a commit now; if so, that counts as asked.
     *
     * @param now the thread's clock, in milliseconds; where it was set back the window begins anew
     */
    boolean due(long now) {
        if (now >= lastAsked && now < lastAsked + windowMillis) {
            return false;
        }
        lastAsked = now;
        return true;
    }
}
