/** The topology: reads commands, puts them to the decider, writes what it decides. */
@NullMarked
package dev.almanac.topology.process;

import org.jspecify.annotations.NullMarked;
