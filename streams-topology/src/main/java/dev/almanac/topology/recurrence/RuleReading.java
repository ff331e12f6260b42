package dev.almanac.topology.recurrence;

/** A rule's text, read. */
public sealed interface RuleReading {
    record Sound(Rule rule) implements RuleReading {}

    record Faulty(RuleFault fault) implements RuleReading {}
}
