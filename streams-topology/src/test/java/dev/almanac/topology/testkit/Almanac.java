package dev.almanac.topology.testkit;

import dev.almanac.schemas.command.Command;
import java.time.Instant;

/** Whatever decides commands: the decider over maps, or the topology around it. */
public interface Almanac {
    Happening put(Command command, Instant now);

    /**
     * Lets time pass, and timers become due at their time.
     *
     * @param from the earliest time at which something happens
     */
    Happening pass(Instant from, Instant until);

    /** Its state, to look at. */
    InMemoryWorkspace state();
}
