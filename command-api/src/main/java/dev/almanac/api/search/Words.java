package dev.almanac.api.search;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The words of a text, as they are compared: in lower case and without accents, much as the read model's are. */
final class Words {
    static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{M}]+");

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private Words() {}

    static List<String> of(String text) {
        return WORD.matcher(text)
                .results()
                .map(MatchResult::group)
                .map(Words::folded)
                .toList();
    }

    static String folded(String word) {
        var apart = Normalizer.normalize(word, Form.NFD);
        return MARKS.matcher(apart).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
