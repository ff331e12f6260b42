package dev.almanac.api.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.almanac.api.sync.Change;
import dev.almanac.schemas.model.EntityKind;
import dev.almanac.schemas.model.Task;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change and the seq that it follows: whoever has everything up to {@link #previous()} has everything up to
 * {@link #seq()} after it. Its frame is rendered once, however many streams send it.
 */
final class Link {
    private final Change change;
    private final long previous;
    private volatile byte @Nullable [] frame;
    private volatile @Nullable Task task;

    Link(long previous, Change change) {
        if (previous < 0 || previous >= change.seq()) {
            throw new IllegalArgumentException("Seq " + change.seq() + " can't follow " + previous);
        }
        this.previous = previous;
        this.change = change;
    }

    Change change() {
        return change;
    }

    long seq() {
        return change.seq();
    }

    long previous() {
        return previous;
    }

    /** The same change for a stream whose last frame was another one. */
    Link following(long sent) {
        return sent == previous ? this : new Link(sent, change);
    }

    /** The same for a stream of that user. */
    Link seenBy(UUID userId) {
        var seen = change.seenBy(userId);
        return seen == change ? this : new Link(previous, seen);
    }

    /** About what the link weighs, in bytes. */
    int weight() {
        return change.weight();
    }

    /** The server-sent event, ready for the wire; not to be changed. */
    byte[] frame() {
        var rendered = frame;
        if (rendered == null) {
            rendered = render("");
            frame = rendered;
        }
        return rendered;
    }

    /** The same for a stream that is about a filter. */
    byte[] frame(boolean matches) {
        return render(",\"matches\":" + matches);
    }

    /** The task that it brings, read once however many streams ask for it; empty where it brings none. */
    Optional<Task> task() {
        var read = task;
        if (read == null && change.kind() == EntityKind.TASK) {
            read = change.stateAs(Task.class).orElse(null);
            task = read;
        }
        return Optional.ofNullable(read);
    }

    private byte[] render(String more) {
        return """
                id: %1$d
                event: %2$s
                data: {"seq":%1$d,"previous":%3$d,"kind":"%2$s","id":"%4$s"%5$s,"state":%6$s}

                """.formatted(
                        seq(),
                        change.kindName(),
                        previous,
                        change.id(),
                        more,
                        change.state().orElse("null"))
                .getBytes(UTF_8);
    }
}
