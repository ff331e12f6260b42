package dev.almanac.api.search;

import dev.almanac.api.accept.Parameters;
import java.util.List;

/**
 * What was typed to find tasks.
 *
 * @param words each of which a task has to hold, or one that begins so, or one much like it; at least one
 */
public record Query(List<String> words) {
    public static final int MOST_CHARACTERS = 200;
    private static final int MOST_WORDS = 10;

    public Query {
        words = List.copyOf(words);
        if (words.isEmpty()) {
            throw new IllegalArgumentException("A query has a word");
        }
    }

    /** @throws dev.almanac.api.problem.ProblemException where there is nothing to look for in it, or too much */
    public static Query parse(String text) {
        var words = Words.of(text).stream()
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
        if (text.length() > MOST_CHARACTERS || words.isEmpty() || words.size() > MOST_WORDS) {
            throw Parameters.refused("q: expected 1 to %d words, of at most %d characters together"
                    .formatted(MOST_WORDS, MOST_CHARACTERS));
        }
        return new Query(words);
    }
}
