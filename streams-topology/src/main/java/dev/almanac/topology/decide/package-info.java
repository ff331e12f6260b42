/** From a command and the state it meets to a decision. Pure: no I/O, no clock. */
@NullMarked
package dev.almanac.topology.decide;

import org.jspecify.annotations.NullMarked;
