package dev.almanac.api.stream;

import dev.almanac.api.sync.Change;
import dev.almanac.api.sync.ChangesPage;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;

/**
 * Where one client stands on a {@link Chain}, and what it is to be sent next. It holds no updates but a fetched page of
 * a bounded weight, so a slow client costs little memory.
 *
 * <pre>
 *   catching up (page by page from the read model) ──the chain reaches back far enough──> live
 * </pre>
 *
 * <p>Not thread-safe.
 */
final class Follower {
    /** The weight of a page, about, in bytes; one change is held however heavy. */
    static final int HEAVIEST_PAGE = 128 * 1024;

    private static final int FIRST_LIMIT = 16;
    private static final int HIGHEST_LIMIT = 100;

    private final UUID userId;
    private final long authorizedAt;
    private final Queue<Change> page = new ArrayDeque<>();
    private long pageUpTo;
    private long covered;
    private long sent;
    private boolean live;
    private int limit = FIRST_LIMIT;
    private Optional<Step.End> end = Optional.empty();

    /**
     * @param userId whose stream it is
     * @param authorizedAt the read model's seq at which the user was seen to be a member
     * @param since the last seq that the client has
     */
    Follower(UUID userId, long authorizedAt, long since) {
        this.userId = userId;
        this.authorizedAt = authorizedAt;
        // What came after the membership was seen is looked at even if it isn't sent: the membership may have ended.
        this.covered = Math.min(authorizedAt, since);
        this.sent = since;
    }

    /** What to do now for a client that can take a frame. */
    Step next(Chain chain) {
        while (end.isEmpty()) {
            var change = page.poll();
            if (change != null) {
                covered = page.isEmpty() ? pageUpTo : change.seq();
                if (passes(change)) {
                    return send(new Link(sent, change));
                }
                continue;
            }
            if (covered < chain.start()) {
                return live ? end(Step.End.TOO_SLOW) : new Step.Fetch(covered, chain.start(), limit);
            }
            live = true;
            var link = chain.after(covered);
            if (link.isEmpty()) {
                covered = Math.max(covered, chain.head());
                return new Step.Wait();
            }
            covered = link.get().seq();
            if (passes(link.get().change())) {
                return send(link.get().following(sent));
            }
        }
        return end.get();
    }

    /** Takes what was asked for by {@link Step.Fetch}. */
    void fetched(ChangesPage changes) {
        var held = changes.within(HEAVIEST_PAGE);
        page.addAll(held.changes());
        pageUpTo = Math.max(covered, held.upTo());
        limit = limitAfter(held);
        if (page.isEmpty()) {
            covered = pageUpTo;
        }
    }

    /** As many as would make the next page full, were they like the last one's. */
    private static int limitAfter(ChangesPage held) {
        var fitting = (long) HEAVIEST_PAGE * held.changes().size() / Math.max(1, held.weight());
        return (int) Math.clamp(fitting, 1, HIGHEST_LIMIT);
    }

    private boolean passes(Change change) {
        if (change.seq() > authorizedAt && change.removes(userId)) {
            end = Optional.of(Step.End.NO_MEMBER);
        }
        return change.seq() > sent;
    }

    private Step send(Link link) {
        sent = link.seq();
        return new Step.Send(link.seenBy(userId));
    }

    private Step end(Step.End reason) {
        end = Optional.of(reason);
        return reason;
    }
}
