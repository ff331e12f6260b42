/** Runs the topology: the Streams client with its settings, memory, failures, health and end. */
@NullMarked
package dev.almanac.topology.run;

import org.jspecify.annotations.NullMarked;
