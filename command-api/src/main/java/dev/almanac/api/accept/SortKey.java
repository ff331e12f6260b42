package dev.almanac.api.accept;

import java.util.Locale;

/** By what tasks can be ordered. */
public enum SortKey {
    POSITION,
    PRIORITY,
    DUE,
    CREATED,
    UPDATED,
    TITLE,
    START,
    STATUS,
    LIST,
    ASSIGNEE,
    COMPLETED,
    /** How well it is what is sought, so only where something is. */
    RELEVANCE;

    /** As requests spell it. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
