package dev.almanac.api.accept;

import java.util.List;
import java.util.stream.Stream;

/** The orders of tasks that can be asked for, as text: {@code -priority,due}. */
public final class SortText {
    /** By what tasks can be ordered, whatever is looked for. */
    public static final List<String> KEYS = List.of(
            "position",
            "priority",
            "due",
            "created",
            "updated",
            "title",
            "start",
            "status",
            "list",
            "assignee",
            "completed");

    private SortText() {}

    static boolean isUnderstood(String text) {
        var keys = Stream.of(text.split(",", -1))
                .map(key -> key.startsWith("-") ? key.substring(1) : key)
                .toList();
        return KEYS.containsAll(keys) && keys.stream().distinct().count() == keys.size();
    }
}
