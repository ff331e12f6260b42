package dev.almanac.api.importing;

import java.util.UUID;

/** Ids, at 16 to 48 bytes each: a hundred thousand things of a file are known without much memory. */
final class IdSet {
    private static final int SMALLEST = 1 << 10;

    private long[] high = new long[SMALLEST];
    private long[] low = new long[SMALLEST];
    private int size;

    /** Whether it was not there. The nil UUID, which is nobody's, always was. */
    boolean add(UUID id) {
        if (3 * size > 2 * high.length) {
            grow();
        }
        return put(id.getMostSignificantBits(), id.getLeastSignificantBits());
    }

    boolean contains(UUID id) {
        var at = find(id.getMostSignificantBits(), id.getLeastSignificantBits());
        return !isFree(at);
    }

    int size() {
        return size;
    }

    private boolean put(long upper, long lower) {
        var at = find(upper, lower);
        if (!isFree(at) || (upper == 0 && lower == 0)) {
            return false;
        }
        high[at] = upper;
        low[at] = lower;
        size++;
        return true;
    }

    /** Where it is, or the free place where it would be. */
    private int find(long upper, long lower) {
        var mask = high.length - 1;
        var hash = upper * 0x9E3779B97F4A7C15L ^ lower * 0xC2B2AE3D27D4EB4FL;
        var at = (int) (hash >>> 33) & mask;
        while (!isFree(at) && (high[at] != upper || low[at] != lower)) {
            at = (at + 1) & mask;
        }
        return at;
    }

    private boolean isFree(int at) {
        return high[at] == 0 && low[at] == 0;
    }

    private void grow() {
        var oldHigh = high;
        var oldLow = low;
        high = new long[2 * oldHigh.length];
        low = new long[2 * oldLow.length];
        size = 0;
        for (var index = 0; index < oldHigh.length; index++) {
            put(oldHigh[index], oldLow[index]);
        }
    }
}
