package dev.almanac.api.quickadd;

import dev.almanac.api.quickadd.Phrases.Reading;
import dev.almanac.schemas.model.Priority;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

/** What is marked by a character before it: {@code #tag}, {@code *list}, {@code !priority}. */
final class Marks {
    private static final int LONGEST_TAG = 64;
    /** A number alone is one of an issue or a house. */
    private static final Pattern TAG =
            Pattern.compile("#(?<tag>(?=[^\\s]*\\p{L})[\\p{L}\\p{N}\\p{M}_&+./:-]*[\\p{L}\\p{N}\\p{M}_+])");

    private final Pattern priority;
    private final Words priorities;

    Marks(Vocabulary vocabulary) {
        priorities = vocabulary.words("priority");
        priority = Pattern.compile(
                "!(?<word>" + priorities.pattern() + ")|p(?<rank>[1-4])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);
    }

    Optional<Reading<Meant>> at(Line line, int start, Setting setting) {
        return switch (line.text().charAt(start)) {
            case '#' -> tag(line, start);
            case '*' -> list(line, start, setting);
            case '!', 'p', 'P' -> priority(line, start);
            default -> Optional.empty();
        };
    }

    private static Optional<Reading<Meant>> tag(Line line, int start) {
        var matcher = TAG.matcher(line.text()).region(start, line.limit(start));
        return matcher.lookingAt()
                        && matcher.group("tag")
                                        .codePointCount(0, matcher.group("tag").length())
                                <= LONGEST_TAG
                ? Optional.of(new Reading<>(new Meant.Tagged(matcher.group("tag")), matcher.end()))
                : Optional.empty();
    }

    /** The longest name that stands here. */
    private static Optional<Reading<Meant>> list(Line line, int start, Setting setting) {
        return setting.lists().stream()
                .filter(list -> !list.name().isBlank())
                .filter(list -> {
                    var name = list.name().strip();
                    return line.text().regionMatches(true, start + 1, name, 0, name.length())
                            && line.closes(start + 1 + name.length());
                })
                .max(Comparator.comparingInt(list -> list.name().strip().length()))
                .map(list -> new Reading<>(
                        new Meant.InList(list.id()),
                        start + 1 + list.name().strip().length()));
    }

    private Optional<Reading<Meant>> priority(Line line, int start) {
        var matcher = priority.matcher(line.text()).region(start, line.limit(start));
        if (!matcher.lookingAt() || !line.closes(matcher.end())) {
            return Optional.empty();
        }
        var word = Optional.ofNullable(matcher.group("word")).orElseGet(() -> matcher.group("rank"));
        return Optional.of(new Reading<>(new Meant.Matters(Priority.valueOf(priorities.valueOf(word))), matcher.end()));
    }
}
