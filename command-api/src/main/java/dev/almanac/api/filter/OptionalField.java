package dev.almanac.api.filter;

/** What a task may lack. */
public enum OptionalField {
    TAG,
    DUE,
    START,
    COMPLETED,
    ASSIGNEE,
    PARENT,
    NOTES
}
