package dev.almanac.local.process;

/** What asks a process to end in good order. */
public enum StopSignal {
    TERM,
    /** Postgres takes TERM for "when the last client has left". */
    INT
}
