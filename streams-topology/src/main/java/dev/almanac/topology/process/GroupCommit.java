package dev.almanac.topology.process;

import dev.almanac.topology.config.CommitProperties;

/**
 * When to commit early: at once, so that a lone command is answered at once, but not again within a window, so that many
 * commands share a transaction. A transaction takes its thread some time however little is in it, so the window widens
 * for as long as much is to be done, and is short again with the first that was quiet.
 *
 * <p>One for all the partitions of a stream thread, since their commits are one.
 */
final class GroupCommit {
    /** As much within a shortest window is much. */
    private static final int BUSY = 8;

    private final long shortestMillis;
    private final long longestMillis;
    private long windowMillis;
    private long lastAsked = Long.MIN_VALUE;
    private long waiting;
    private Runnable commit = () -> {};

    GroupCommit(CommitProperties settings) {
        this.shortestMillis = settings.group().toMillis();
        this.longestMillis = settings.longestGroup().toMillis();
        this.windowMillis = shortestMillis;
    }

    /**
     * Something was done in a partition, and waits for its commit.
     *
     * @param count how much of it: commands, or timers
     * @param now the thread's clock, in milliseconds; where it was set back the window begins anew
     * @param request asks for a commit in the partition's name
     */
    void done(int count, long now, Runnable request) {
        waiting += count;
        commit = request;
        askWhereDue(now);
    }

    /** Time has passed: what came within the window is not to wait for more to come. */
    void tick(long now) {
        if (waiting > 0) {
            askWhereDue(now);
        }
    }

    private void askWhereDue(long now) {
        long elapsed = now - lastAsked;
        if (elapsed >= 0 && elapsed < windowMillis) {
            return;
        }
        boolean busy = elapsed >= 0 && waiting * shortestMillis >= BUSY * elapsed;
        windowMillis = busy ? Math.min(2 * windowMillis, longestMillis) : shortestMillis;
        lastAsked = now;
        waiting = 0;
        commit.run();
    }
}
