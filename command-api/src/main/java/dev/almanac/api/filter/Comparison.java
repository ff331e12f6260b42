package dev.almanac.api.filter;

/** How two values stand to each other. */
public enum Comparison {
    EQUAL,
    LESS,
    AT_MOST,
    GREATER,
    AT_LEAST;

    /** Whether it holds, of a value that {@link Comparable#compareTo compares} so to the other. */
    public boolean holds(int compared) {
        return switch (this) {
            case EQUAL -> compared == 0;
            case LESS -> compared < 0;
            case AT_MOST -> compared <= 0;
            case GREATER -> compared > 0;
            case AT_LEAST -> compared >= 0;
        };
    }
}
