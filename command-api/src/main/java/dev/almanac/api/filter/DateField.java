package dev.almanac.api.filter;

/** The dates of a task. */
public enum DateField {
    DUE,
    START,
    CREATED,
    UPDATED,
    COMPLETED
}
