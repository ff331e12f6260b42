/** One operation, tried on the state that it meets, and what may come of it. */
@NullMarked
package dev.almanac.topology.decide.attempt;

import org.jspecify.annotations.NullMarked;
