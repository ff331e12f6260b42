package dev.almanac.api.quickadd;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Words of a language, and which value each of them names. */
final class Words {
    private static final Pattern SPACE = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);

    /** By the same rule as a pattern that doesn't look at case. */
    private final Map<String, String> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    Words(Map<String, List<String>> byValue) {
        byValue.forEach((value, words) -> words.forEach(word -> values.put(word, value)));
    }

    /** The value that a word names, which {@link #pattern} matched. */
    String valueOf(String word) {
        var value = values.get(SPACE.matcher(word).replaceAll(" "));
        if (value == null) {
            throw new IllegalArgumentException("No such word: " + word);
        }
        return value;
    }

    boolean has(String word) {
        return values.containsKey(SPACE.matcher(word).replaceAll(" "));
    }

    /** Any of the words, a long one before those that it begins with. */
    String pattern() {
        return values.keySet().stream()
                .sorted(Comparator.comparing(String::length).reversed())
                .map(Words::quoted)
                .collect(Collectors.joining("|", "(?:", ")"));
    }

    private static String quoted(String word) {
        return SPACE.splitAsStream(word).map(Pattern::quote).collect(Collectors.joining("\\s++"));
    }
}
