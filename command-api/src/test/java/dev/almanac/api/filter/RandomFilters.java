package dev.almanac.api.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;

/** Filters as people write them, all of them right. */
final class RandomFilters {
    private static final List<String> SAME = List.of("=", "!=");
    private static final List<String> ORDERED = List.of("=", "!=", "<", "<=", ">", ">=");
    private static final List<String> DATES = List.of("due", "start", "created", "updated", "completed");
    private static final List<String> PARTS =
            List.of("milk", "%", "_", "\\", "ΟΔΟΣ", "οδος", "İ", "i̇s", "ß", "ä", "本", "\"", "B", "x");

    private final Random random;
    private final List<UUID> lists;

    RandomFilters(Random random, List<UUID> lists) {
        this.random = random;
        this.lists = lists;
    }

    String next(int depth) {
        return switch (depth == 0 ? 0 : random.nextInt(5)) {
            case 1 -> next(depth - 1) + " and " + next(depth - 1);
            case 2 -> next(depth - 1) + " or " + next(depth - 1);
            case 3 -> "not (" + next(depth - 1) + ")";
            case 4 -> "(" + next(depth - 1) + ")";
            default -> term();
        };
    }

    private String term() {
        return switch (random.nextInt(13)) {
            case 0 -> asked("status", SAME, () -> pick(List.of("open", "completed", "cancelled")));
            case 1 -> asked("priority", ORDERED, () -> pick(List.of("none", "low", "medium", "high", "urgent")));
            case 2 -> asked("list", SAME, this::list);
            case 3 -> asked(pick(List.of("tag", "title", "notes")), SAME, () -> quoted(pick(RandomTasks.TEXTS)));
            case 4, 5 -> pick(List.of("tag", "title", "notes", "list")) + " contains " + quoted(pick(PARTS));
            case 6, 7, 8, 9 -> asked(pick(DATES), ORDERED, this::date);
            case 10 ->
                asked(
                        pick(List.of("assignee", "parent")),
                        SAME,
                        () -> pick(RandomTasks.PEOPLE).toString());
            case 11 -> pick(List.of("recurring", "overdue")) + " " + pick(SAME) + " " + pick(List.of("true", "false"));
            default ->
                pick(List.of("tag", "due", "start", "completed", "assignee", "parent", "notes"))
                        + pick(List.of(" is null", " is not null"));
        };
    }

    private String asked(String field, List<String> operators, Supplier<String> value) {
        if (random.nextInt(4) > 0) {
            return field + " " + pick(operators) + " " + value.get();
        }
        var values = new ArrayList<String>();
        for (var count = 1 + random.nextInt(3); count > 0; count--) {
            values.add(value.get());
        }
        return field + pick(List.of(" in (", " not in (")) + String.join(", ", values) + ")";
    }

    private String list() {
        return random.nextBoolean()
                ? pick(lists).toString()
                : pick(List.of("inbox", "ERRANDS", "\"ärger 🥛\"", "none"));
    }

    private String date() {
        var day = pick(List.of(
                "today",
                "tomorrow",
                "yesterday",
                "now",
                "monday",
                "sunday",
                "eom",
                "2026-11-02",
                "2026-10-31T22:30",
                "2026-11-01T00:00Z"));
        return random.nextBoolean() ? day : day + pick(List.of("+1d", "-1d", "-2h", "+1w", "+90min", "-1mo+1d"));
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
