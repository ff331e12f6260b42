package dev.almanac.topology.decide.bounds;

import java.time.Duration;

/** The bounds of the contract. */
public final class Limits {
    /** Operations of a command. */
    public static final int OPERATIONS = 100;
    /** Events of a decision. */
    public static final int EVENTS = 500;
    /** Events that a large operation leaves to each one after it. */
    public static final int EVENTS_KEPT = 4;

    /** Members of a workspace. */
    public static final int MEMBERS = 200;
    /** Lists of a workspace that are not deleted. */
    public static final int LISTS = 500;
    /** Filters that a user saves in a workspace. */
    public static final int FILTERS = 100;
    /** Levels of a tree of tasks: a task and four levels of subtasks. */
    public static final int TREE_DEPTH = 5;
    /** Tasks of a tree: one that is no subtask, and all below it. */
    public static final int TREE_SIZE = 250;

    public static final int TAGS = 50;

    /** Reminders of a task. */
    public static final int REMINDERS = 20;
    /** Dates that a series leaves out. */
    public static final int EXCEPT_DATES = 500;
    /** For how long a reminder can be snoozed. */
    public static final Duration SNOOZE = Duration.ofDays(3660);
    /** A reminder that triggers later than this after its time is late. */
    public static final Duration PUNCTUAL = Duration.ofSeconds(1);

    /** Names of people, workspaces, lists and filters, in code points. */
    public static final int NAME = 200;
    /** A task's title, in code points. */
    public static final int TITLE = 500;
    /** A tag, in code points. */
    public static final int TAG = 64;
    /** A filter, in code points. */
    public static final int FILTER = 1_000;
    /** The order in which a filter shows what it means, in characters. */
    public static final int SORT = 200;
    /** A task's notes, in bytes of UTF-8. */
    public static final int NOTES = 64 * 1024;
    /** A comment, in bytes of UTF-8. */
    public static final int COMMENT = 16 * 1024;

    private Limits() {}
}
