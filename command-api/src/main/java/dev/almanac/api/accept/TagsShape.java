package dev.almanac.api.accept;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Tags in the order given, none twice, where upper and lower case are the same. */
final class TagsShape {
    private static final int MOST = 50;
    private static final Shape<String> TAG = Shapes.line(64);

    static final Shape<List<String>> TAGS = TagsShape::read;

    private TagsShape() {}

    private static Optional<List<String>> read(JsonNode json, Place place) {
        if (!json.isArray() || json.size() > MOST) {
            return place.refuse("expected an array of at most %d tags".formatted(MOST));
        }
        List<String> tags = new ArrayList<>(json.size());
        Map<String, Integer> seen = new HashMap<>();
        for (var index = 0; index < json.size(); index++) {
            var at = place.at(index);
            var tag = TAG.read(json.get(index), at);
            if (tag.isEmpty()) {
                continue;
            }
            var earlier = seen.putIfAbsent(folded(tag.get()), index);
            if (earlier != null) {
                at.refuse("is the same as tag %d".formatted(earlier));
            }
            tags.add(tag.get());
        }
        return Optional.of(tags);
    }

    /** Both, none twice, as many as a task can have. */
    static List<String> joined(List<String> tags, List<String> more) {
        Map<String, String> joined = new LinkedHashMap<>();
        Stream.concat(tags.stream(), more.stream()).limit(MOST).forEach(tag -> joined.putIfAbsent(folded(tag), tag));
        return List.copyOf(joined.values());
    }

    /** Upper case first, since some letters have more lower forms than one: σ and ς, ß and ss. */
    private static String folded(String tag) {
        return tag.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }
}
