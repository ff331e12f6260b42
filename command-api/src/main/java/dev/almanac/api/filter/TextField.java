package dev.almanac.api.filter;

/** The texts of a task. */
public enum TextField {
    TITLE,
    NOTES
}
