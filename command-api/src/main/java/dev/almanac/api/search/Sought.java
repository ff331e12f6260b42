package dev.almanac.api.search;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a query may mean in one workspace.
 *
 * @param words all of which have to be there
 */
public record Sought(List<Word> words) {
    public Sought {
        words = List.copyOf(words);
    }

    /**
     * @param typed the word, or the beginning of one
     * @param similar what may have been meant instead
     */
    record Word(String typed, Set<String> similar) {
        Word {
            similar = Set.copyOf(similar);
        }

        /** In the language of {@code to_tsquery}. A word has letters and digits only, so nothing in it has a meaning there. */
        String query() {
            return Stream.concat(
                            Stream.of("'" + typed + "':*"),
                            similar.stream().sorted().map("'%s'"::formatted))
                    .collect(Collectors.joining(" | "));
        }

        boolean isIn(String word) {
            return word.startsWith(typed) || similar.contains(word);
        }
    }

    /** Whether a word is one of those sought, in the form in which words are compared. */
    boolean has(String word) {
        return words.stream().anyMatch(sought -> sought.isIn(word));
    }

    /** Any of the words; by it rows are ranked, so it depends on what was typed alone. A whole word counts twice. */
    String ranking() {
        return words.stream()
                .map(word -> "'%1$s' | '%1$s':*".formatted(word.typed()))
                .collect(Collectors.joining(" | "));
    }

    /** Any of the words, or of what they may mean. */
    String any() {
        return words.stream().map(Word::query).collect(Collectors.joining(" | "));
    }

    /** Each of the words, or what it may mean. */
    String all() {
        return words.stream().map(word -> "(" + word.query() + ")").collect(Collectors.joining(" & "));
    }
}
