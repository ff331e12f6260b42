package dev.almanac.topology.recurrence;

/** What follows in a series. */
public sealed interface Next {
    record Found(Occurrence occurrence) implements Next {}

    /** Nothing: COUNT or UNTIL ends the series, or the calendar does, with the year 9999. */
    record Ended() implements Next {}

    /** Nothing that was found in as many steps as may be taken: most likely, no date can match. */
    record NotFound() implements Next {}
}
