package dev.almanac.api.quickadd;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Phrases of one kind, of which the longest counts that makes sense. */
final class Phrases<T> {
    private final Vocabulary vocabulary;
    private final String kind;
    private final List<Phrase<T>> phrases = new ArrayList<>();

    Phrases(Vocabulary vocabulary, String kind) {
        this.vocabulary = vocabulary;
        this.kind = kind;
    }

    /** What the words of a phrase come to; empty where they make no sense, such as a February 30. */
    @FunctionalInterface
    interface Sense<T> {
        Optional<T> of(Said said, Setting setting);
    }

    private record Phrase<T>(Pattern pattern, Sense<T> sense) {}

    /** A value and where the phrase that tells it ends. */
    record Reading<T>(T value, int end) {}

    Phrases<T> on(String meaning, Sense<T> sense) {
        vocabulary.patterns(kind, meaning).forEach(pattern -> phrases.add(new Phrase<>(pattern, sense)));
        return this;
    }

    /** Phrases that no language has a part in. */
    Phrases<T> onFigures(String pattern, Sense<T> sense) {
        phrases.add(new Phrase<>(vocabulary.figures(kind, pattern), sense));
        return this;
    }

    /** What is said from here on, if it is of this kind. */
    Optional<Reading<T>> at(Line line, int start, Setting setting) {
        var limit = line.limit(start);
        List<Reading<T>> readings = new ArrayList<>();
        for (var phrase : phrases) {
            var matcher = phrase.pattern().matcher(line.text()).region(start, limit);
            if (matcher.lookingAt() && line.closes(matcher.end())) {
                phrase.sense()
                        .of(new Said(matcher.toMatchResult(), vocabulary), setting)
                        .ifPresent(value -> readings.add(new Reading<>(value, matcher.end())));
            }
        }
        return readings.stream().max(Comparator.comparingInt(Reading::end));
    }
}
