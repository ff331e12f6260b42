package dev.almanac.api.read;

import java.util.function.Function;

/**
 * What was found in a workspace, and its seq at that moment.
 *
 * @param seq the read model's, and so an answer's sync token
 */
public record Seen<T>(long seq, T value) {
    /** The same moment, seen otherwise. */
    public <R> Seen<R> map(Function<T, R> function) {
        return new Seen<>(seq, function.apply(value));
    }
}
