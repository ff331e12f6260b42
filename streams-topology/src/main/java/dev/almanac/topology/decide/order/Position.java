package dev.almanac.topology.decide.order;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Fractional indexes: strings whose ASCII order is the order of things, with room for another between any two.
 *
 * <p>A position is a whole number and a fraction, both with the digits {@code 0-9A-Za-z}. The whole number's first
 * character tells its sign and length, so that a longer one sorts after a shorter: {@code a} to {@code z} head 1 to 26
 * digits, from {@code a0} on, {@code Z} to {@code A} those of the numbers below. Whatever goes to the end or the beginning
 * gets the next whole number, which stays short; only what goes between two neighbours gets a fraction, a digit longer
 * with about each sixth thing that is put at the very same spot. A fraction does not end in {@code 0}, so there is no
 * second way to write it, and always something below it.
 */
final class Position {
    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int BASE = DIGITS.length();
    private static final char LOWEST = DIGITS.charAt(0);
    private static final char HIGHEST = DIGITS.charAt(BASE - 1);
    private static final String ZERO = "a0";

    private Position() {}

    /**
     * @param lower null where there is no lower bound
     * @param upper null where there is no upper bound; otherwise above {@code lower}
     * @return a position strictly between
     */
    static String between(@Nullable String lower, @Nullable String upper) {
        if (lower == null) {
            return upper == null ? ZERO : below(upper);
        }
        String whole = whole(lower);
        if (upper == null) {
            return increment(whole);
        }
        String fraction = lower.substring(whole.length());
        if (whole.equals(whole(upper))) {
            return whole + fractionBetween(fraction, upper.substring(whole.length()));
        }
        String next = increment(whole);
        return next.compareTo(upper) < 0 ? next : whole + fractionBetween(fraction, "");
    }

    /** As many positions between two as asked for, ascending, and no longer than they have to be. */
    static List<String> between(@Nullable String lower, @Nullable String upper, int count) {
        List<String> positions = new ArrayList<>(count);
        fill(positions, lower, upper, count);
        return positions;
    }

    private static void fill(List<String> positions, @Nullable String lower, @Nullable String upper, int count) {
        if (count == 0) {
            return;
        }
        // At the end each takes the next whole number; in between, halving keeps the fractions short.
        int before = upper == null ? 0 : (count - 1) / 2;
        String middle = between(lower, upper);
        fill(positions, lower, middle, before);
        positions.add(middle);
        fill(positions, middle, upper, count - 1 - before);
    }

    private static String below(String upper) {
        String whole = whole(upper);
        return whole.length() < upper.length() ? whole : decrement(whole);
    }

    /** @param upper the fraction above; empty for 1 */
    private static String fractionBetween(String lower, String upper) {
        StringBuilder fraction = new StringBuilder();
        boolean bounded = !upper.isEmpty();
        for (int i = 0; ; i++) {
            int low = i < lower.length() ? digit(lower, i) : 0;
            int high = bounded ? digit(upper, i) : BASE;
            if (high - low > 1) {
                return fraction.append(DIGITS.charAt((low + high) / 2)).toString();
            }
            if (high > low && bounded && i + 1 < upper.length()) {
                return fraction.append(upper.charAt(i)).toString();
            }
            bounded = bounded && high == low;
            fraction.append(DIGITS.charAt(low));
        }
    }

    private static String increment(String whole) {
        char[] digits = whole.toCharArray();
        for (int i = digits.length - 1; i > 0; i--) {
            if (digits[i] != HIGHEST) {
                digits[i] = DIGITS.charAt(digit(whole, i) + 1);
                return new String(digits);
            }
            digits[i] = LOWEST;
        }
        return first(whole.charAt(0) == 'Z' ? 'a' : (char) (whole.charAt(0) + 1), LOWEST);
    }

    private static String decrement(String whole) {
        char[] digits = whole.toCharArray();
        for (int i = digits.length - 1; i > 0; i--) {
            if (digits[i] != LOWEST) {
                digits[i] = DIGITS.charAt(digit(whole, i) - 1);
                return new String(digits);
            }
            digits[i] = HIGHEST;
        }
        return first(whole.charAt(0) == 'a' ? 'Z' : (char) (whole.charAt(0) - 1), HIGHEST);
    }

    private static String first(char head, char digit) {
        return head + String.valueOf(digit).repeat(wholeDigits(head));
    }

    /** Whether a text that comes from elsewhere is a position. */
    static boolean isSound(String text) {
        boolean begins = !text.isEmpty() && DIGITS.indexOf(text.charAt(0)) >= DIGITS.indexOf('A');
        return begins
                && text.chars().allMatch(digit -> DIGITS.indexOf(digit) >= 0)
                && text.length() > wholeDigits(text.charAt(0))
                && !(text.length() > 1 + wholeDigits(text.charAt(0)) && text.charAt(text.length() - 1) == LOWEST);
    }

    private static String whole(String position) {
        return position.substring(0, 1 + wholeDigits(position.charAt(0)));
    }

    /** @throws IllegalArgumentException where no whole number begins so: after 62^26 of them, which nothing lives to see */
    private static int wholeDigits(char head) {
        if (head >= 'a' && head <= 'z') {
            return head - 'a' + 1;
        }
        if (head >= 'A' && head <= 'Z') {
            return 'Z' - head + 1;
        }
        throw new IllegalArgumentException("No position begins with " + head);
    }

    private static int digit(String position, int index) {
        char c = position.charAt(index);
        if (c <= '9') {
            return c - '0';
        }
        return c <= 'Z' ? c - 'A' + 10 : c - 'a' + 36;
    }
}
