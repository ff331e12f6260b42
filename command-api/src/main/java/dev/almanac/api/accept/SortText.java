package dev.almanac.api.accept;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The orders of tasks that can be asked for, as text: {@code -priority,due}. */
public final class SortText {
    /** The keys whatever is looked for. */
    public static final Set<SortKey> USUAL =
            Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(SortKey.RELEVANCE)));

    private SortText() {}

    /** One of an order's keys. */
    public record Part(SortKey key, boolean descending) {}

    /** Empty where it is no order by these keys, each at most once. */
    public static Optional<List<Part>> read(String text, Set<SortKey> keys) {
        var seen = EnumSet.noneOf(SortKey.class);
        List<Part> parts = new ArrayList<>();
        for (var part : text.split(",", -1)) {
            var descending = part.startsWith("-");
            var name = descending ? part.substring(1) : part;
            var key = keys.stream().filter(one -> one.text().equals(name)).findFirst();
            if (key.isEmpty() || !seen.add(key.get())) {
                return Optional.empty();
            }
            parts.add(new Part(key.get(), descending));
        }
        return Optional.of(List.copyOf(parts));
    }

    /** What is to be there instead of a text that is none. */
    public static String expected(Set<SortKey> keys) {
        return "expected each at most once of %s, with a '-' before for descending, separated by commas"
                .formatted(keys.stream().map(SortKey::text).collect(Collectors.joining(", ")));
    }
}
