package dev.almanac.api.quickadd;

/**
 * A piece of the line that was understood.
 *
 * @param start its first UTF-16 code unit, as a browser counts
 * @param end the one after its last
 */
public record Span(Part part, int start, int end) {
    public Span {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("Nothing is from %d to %d".formatted(start, end));
        }
    }
}
