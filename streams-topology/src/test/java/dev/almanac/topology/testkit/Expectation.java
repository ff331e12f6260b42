package dev.almanac.topology.testkit;

/** What must have come of a command. */
public interface Expectation {
    void check(Happening happening);
}
