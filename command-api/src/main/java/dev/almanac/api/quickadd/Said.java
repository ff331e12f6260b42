package dev.almanac.api.quickadd;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A phrase that was found, and what its words name. */
final class Said {
    private static final Pattern FIGURES = Pattern.compile("[0-9]+");
    private static final Pattern WORD = Pattern.compile("\\p{L}+");

    private final MatchResult match;
    private final Vocabulary vocabulary;

    Said(MatchResult match, Vocabulary vocabulary) {
        this.match = match;
        this.vocabulary = vocabulary;
    }

    /** The text in a slot, if the phrase has it and it was filled. */
    Optional<String> text(String slot) {
        return match.namedGroups().containsKey(slot) ? Optional.ofNullable(match.group(slot)) : Optional.empty();
    }

    /** The value that the word in a slot names. */
    Optional<String> value(String slot) {
        return text(slot).map(word -> vocabulary.words(slot).valueOf(word));
    }

    /** The number in a slot, by figures or by a word of the slot's. */
    Optional<Integer> number(String slot) {
        return text(slot).map(text -> {
            var figures = FIGURES.matcher(text);
            return figures.lookingAt()
                    ? Integer.parseInt(figures.group())
                    : Integer.parseInt(vocabulary.words(slot).valueOf(text));
        });
    }

    /** The numbers of a list. */
    List<Integer> numbers(String slot) {
        return text(slot).stream()
                .flatMap(text -> FIGURES.matcher(text).results())
                .map(found -> Integer.parseInt(found.group()))
                .distinct()
                .toList();
    }

    /** The values that the words of a list name; a plural names what the word does. */
    List<String> values(String slot, String words) {
        var known = vocabulary.words(words);
        return text(slot).stream()
                .flatMap(text -> WORD.matcher(text).results())
                .map(MatchResult::group)
                .map(word -> known.has(word) ? word : word.substring(0, word.length() - 1))
                .filter(known::has)
                .map(known::valueOf)
                .distinct()
                .toList();
    }
}
