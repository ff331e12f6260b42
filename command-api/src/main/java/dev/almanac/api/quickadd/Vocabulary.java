package dev.almanac.api.quickadd;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A language, as its file has it: words that name values, and phrases that are made of them. */
final class Vocabulary {
    private static final Vocabulary ENGLISH = load("en.yaml");
    private static final Pattern BLANK_OR_SLOT = Pattern.compile("\\{(\\w+)}| |\\((?!\\?)");
    private static final String COUNT = "[1-9][0-9]{0,3}";
    private static final int MOST_IN_A_LIST = 7;

    private final Map<String, Words> words;
    private final Map<String, Map<String, List<String>>> phrases;

    private record File(Map<String, Map<String, List<String>>> words, Map<String, Map<String, List<String>>> phrases) {}

    private Vocabulary(File file) {
        words = file.words().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> new Words(entry.getValue())));
        phrases = file.phrases();
    }

    static Vocabulary english() {
        return ENGLISH;
    }

    private static Vocabulary load(String name) {
        try (InputStream file = Objects.requireNonNull(Vocabulary.class.getResourceAsStream(name), name)) {
            return new Vocabulary(new YAMLMapper().readValue(file, File.class));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    Words words(String name) {
        return Objects.requireNonNull(words.get(name), name);
    }

    /** The phrases of a kind that mean one thing, as patterns. */
    List<Pattern> patterns(String kind, String meaning) {
        return Objects.requireNonNull(of(kind).get(meaning), kind + "/" + meaning).stream()
                .map(template -> figures(kind, expand(template)))
                .toList();
    }

    /** A pattern that is the same in every language, after what a phrase of that kind may begin with. */
    Pattern figures(String kind, String pattern) {
        var before = Optional.ofNullable(of(kind).get("before"))
                .map(prefixes -> "(?:" + new Words(Map.of(kind, prefixes)).pattern() + "\\s++)?")
                .orElse("");
        return Pattern.compile(before + pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);
    }

    /** One count with its unit, as spans have several. */
    Pattern amount() {
        return Pattern.compile(slot("amount", 1), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);
    }

    private Map<String, List<String>> of(String kind) {
        return Objects.requireNonNull(phrases.get(kind), kind);
    }

    private String expand(String template) {
        Map<String, Integer> used = new HashMap<>();
        return BLANK_OR_SLOT
                .matcher(template)
                .replaceAll(found -> Matcher.quoteReplacement(
                        switch (found.group()) {
                            case " " -> "\\s++";
                            case "(" -> "(?:";
                            default -> slot(found.group(1), used.merge(found.group(1), 1, Integer::sum));
                        }));
    }

    private String slot(String name, int time) {
        if (name.equals("amount")) {
            return "(?<count>%s(?=\\s*+%s)|%s(?=\\s))\\s*+(?<unit>%s)"
                    .formatted(COUNT, word("unit"), word("count"), word("unit"));
        }
        // Of what a phrase names twice, the first counts.
        return (time == 1 ? "(?<" + name + ">" : "(?:") + inside(name) + ")";
    }

    private String inside(String name) {
        return switch (name) {
            case "count" -> COUNT + "|" + word("count");
            case "hour" -> "[0-9]{1,2}";
            case "minute" -> "[0-5][0-9]";
            case "year" -> "[0-9]{4}";
            case "ordinal" -> "[0-9]{1,2}" + word("nthSuffix");
            case "nth" -> inside("ordinal") + "|" + word("nth");
            case "monthDay" -> "[0-9]{1,2}" + word("nthSuffix") + "?";
            case "ordinals" -> listOf(inside("ordinal"));
            case "weekdays" -> listOf(word("weekday") + "s?");
            case "every" -> word("every") + "!?";
            case "span" -> {
                var one = "(?:%s\\s*+|%s\\s++)%s".formatted(COUNT, word("count"), word("unit"));
                yield one + "(?:\\s*+(?:" + word("and") + "\\s*+)?" + one + "){0,2}";
            }
            default -> word(name);
        };
    }

    private String listOf(String member) {
        return member + "(?:\\s*+" + word("and") + "\\s*+" + member + "){0," + MOST_IN_A_LIST + "}";
    }

    private String word(String name) {
        return words(name).pattern();
    }
}
