package dev.almanac.topology.testkit;

import dev.almanac.schemas.command.Command;
import java.time.Instant;

/** Whatever decides commands: the decider over maps, or the topology around it. */
public interface Almanac {
    Happening put(Command command, Instant now);

    /** Its state, to look at. */
    InMemoryWorkspace state();
}
