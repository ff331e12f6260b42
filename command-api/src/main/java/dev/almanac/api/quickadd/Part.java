package dev.almanac.api.quickadd;

/** What a piece of the line was taken for. */
public enum Part {
    DUE,
    TIME,
    RECURRENCE,
    PRIORITY,
    TAG,
    LIST,
    REMINDER
}
