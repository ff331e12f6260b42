package dev.almanac.topology.store.activity;

/**
 * How often something was done on one day.
 *
 * @param count accepted and refused
 * @param rejected of them, those that were refused
 */
public record DayCount(CountKey key, long count, long rejected) {}
