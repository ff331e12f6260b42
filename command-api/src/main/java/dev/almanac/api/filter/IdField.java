package dev.almanac.api.filter;

/** What a task names by id. */
public enum IdField {
    ASSIGNEE,
    PARENT
}
