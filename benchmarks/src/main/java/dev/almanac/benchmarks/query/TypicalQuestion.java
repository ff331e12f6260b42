package dev.almanac.benchmarks.query;

import java.util.List;

/**
 * Something that users ask of a task list.
 *
 * @param filter with TAG, PERSON and WORD where each run asks for another; empty for none
 * @param words likewise; empty for none
 */
record TypicalQuestion(String filter, String words, String sort) {
    static final List<TypicalQuestion> ALL = List.of(
            new TypicalQuestion("status = open and due <= today", "", "due"),
            new TypicalQuestion("overdue = true", "", "due"),
            new TypicalQuestion("status = open and priority >= high", "", "position"),
            new TypicalQuestion("tag = TAG and status = open", "", "position"),
            new TypicalQuestion("assignee = PERSON and status = open", "", "due"),
            new TypicalQuestion("updated >= today-1d", "", "-updated"),
            new TypicalQuestion("title contains PART", "", "position"),
            new TypicalQuestion("", "WORD", "-relevance,-updated"),
            new TypicalQuestion("status = open", "WORD PREFIX", "-relevance,-updated"),
            new TypicalQuestion("", "MISSPELT", "-relevance,-updated"));

    String label() {
        return filter.isEmpty() ? "q: " + words : words.isEmpty() ? filter : filter + ", q: " + words;
    }
}
