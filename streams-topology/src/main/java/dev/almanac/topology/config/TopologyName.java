package dev.almanac.topology.config;

/** The topologies, each a Streams application of its own. */
public enum TopologyName {
    /** Decides commands. */
    TASKS,
    /** Aggregates the audit log. */
    AUDIT
}
