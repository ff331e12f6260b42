package dev.almanac.api.search;

import java.util.LinkedHashSet;
import java.util.Set;

/** How far a word may be from what was meant. An edit is a letter more, less or other, or two neighbours swapped. */
final class Spelling {
    /** Shorter words are like too many others. */
    static final int SHORTEST = 4;

    private static final int ONE_EDIT_FROM = 5;
    private static final int TWO_EDITS_FROM = 9;

    private Spelling() {}

    /** Whether who typed one word may have meant the other. */
    static boolean mayMean(String typed, String other) {
        var distance = distance(typed, other);
        if (typed.length() >= TWO_EDITS_FROM) {
            return distance <= 2;
        }
        return typed.length() >= ONE_EDIT_FROM ? distance <= 1 : swapped(typed).contains(other);
    }

    /** A word with each two neighbours swapped, which has too little in common with it to be found by its parts. */
    static Set<String> swapped(String word) {
        var swapped = new LinkedHashSet<String>();
        for (var index = 0; index + 1 < word.length(); index++) {
            var letters = word.toCharArray();
            letters[index] = word.charAt(index + 1);
            letters[index + 1] = word.charAt(index);
            swapped.add(new String(letters));
        }
        swapped.remove(word);
        return swapped;
    }

    /** Damerau's, of which no part is edited twice. */
    static int distance(String one, String other) {
        var rows = new int[one.length() + 1][other.length() + 1];
        for (var i = 0; i <= one.length(); i++) {
            for (var j = 0; j <= other.length(); j++) {
                rows[i][j] = i == 0 || j == 0 ? i + j : least(rows, one, other, i, j);
            }
        }
        return rows[one.length()][other.length()];
    }

    private static int least(int[][] rows, String one, String other, int i, int j) {
        var replaced = rows[i - 1][j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        var least = Math.min(replaced, 1 + Math.min(rows[i - 1][j], rows[i][j - 1]));
        var isSwap =
                i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
        return isSwap ? Math.min(least, rows[i - 2][j - 2] + 1) : least;
    }
}
