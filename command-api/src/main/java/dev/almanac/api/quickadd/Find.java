package dev.almanac.api.quickadd;

/**
 * A piece of the line and what it seems to say.
 *
 * @param start in UTF-16 code units, as is {@code end}
 * @param standsAlone whether it is meant so only where no word of the title follows, as in "water the plants daily"
 */
record Find(int start, int end, Meant meant, boolean standsAlone) {
    Span span() {
        return new Span(meant.part(), start, end);
    }
}
