package dev.almanac.topology.recurrence;

import java.time.Instant;
import java.time.LocalDateTime;

/**
 * One time at which a thing recurs.
 *
 * @param nominal the local time that the rule gives, which names the occurrence (iCalendar's RECURRENCE-ID); midnight in a
 *     series of whole days
 * @param local the local time that it comes to: later than {@code nominal} where the zone's clocks leave that out
 * @param number counts the dates of the series, 1 for its start
 */
public record Occurrence(LocalDateTime nominal, LocalDateTime local, Instant instant, int number) {}
