package dev.almanac.api.stream;

import dev.almanac.api.sync.Change;
import dev.almanac.api.sync.ChangesPage;
import java.time.Instant;
import java.util.Optional;

/**
 * The updates of one workspace in order, as all of its streams on this instance send them. What arrives live extends it
 * where it fits; where it leaves a hole it is kept ahead of it until the read model has filled the hole.
 *
 * <pre>
 *   start ──> tail ──> head ┈┈ hole ┈┈ ahead
 * </pre>
 *
 * <p>Not thread-safe.
 */
final class Chain {
    private static final long UNKNOWN = -1;

    /**
     * Something is missing.
     *
     * @param after which seq
     * @param atLeast how far the read model must be to help
     */
    record Hole(long after, long atLeast) {}

    private final RecentLinks tail;
    private final RecentLinks ahead;
    private long head = UNKNOWN;
    private long projected;
    private long overdue;

    Chain(StreamSettings.Tail bounds) {
        this.tail = new RecentLinks(bounds);
        this.ahead = new RecentLinks(bounds);
    }

    /** Says where the chain begins, unless it has begun: after the seq at which the read model was seen. */
    void begin(long seq, Instant now) {
        if (head == UNKNOWN) {
            head = seq;
            attach(now);
        }
    }

    /** Takes an update as it was published; they come in order, but some may be missing. */
    void live(Change change, Instant now) {
        if (change.seq() > head) {
            ahead.append(new Link(change.seq() - 1, change), now);
            attach(now);
        }
    }

    /** Takes what the read model had after {@link Hole#after()}. */
    void fill(ChangesPage page, Instant now) {
        for (var change : page.changes()) {
            if (change.seq() > head) {
                extend(new Link(change.seq() - 1, change), now);
            }
        }
        head = Math.max(head, page.upTo());
        attach(now);
    }

    /**
     * Tells how far the read model was at a regular look. What it had at one look must have arrived here by the next:
     * else it never will.
     */
    void projected(long seq) {
        overdue = projected;
        projected = seq;
    }

    /** What is missing now. */
    Optional<Hole> hole() {
        if (head == UNKNOWN) {
            return Optional.empty();
        }
        var atLeast = Math.max(overdue, ahead.first().map(Link::previous).orElse(0L));
        return atLeast > head ? Optional.of(new Hole(head, atLeast)) : Optional.empty();
    }

    /** Lets go of what only a slow client could still need. */
    void expire(Instant before) {
        tail.expire(before);
    }

    /** Everything up to this seq has been in the chain. */
    long head() {
        return head;
    }

    /** Who has everything up to this seq, or a later one, can go on by the chain alone. */
    long start() {
        return tail.first().map(Link::previous).orElse(head);
    }

    /** The link to send to who has everything up to {@code covered}, which is not before {@link #start()}. */
    Optional<Link> after(long covered) {
        return tail.after(covered);
    }

    private void attach(Instant now) {
        if (head == UNKNOWN) {
            return;
        }
        for (var next = ahead.first(); next.isPresent(); next = ahead.first()) {
            var link = next.get();
            if (link.previous() > head) {
                return;
            }
            ahead.removeFirst();
            if (link.seq() > head) {
                extend(link, now);
            }
        }
    }

    private void extend(Link link, Instant now) {
        tail.append(link.following(tail.last().map(Link::seq).orElse(head)), now);
        head = link.seq();
    }
}
