/** How large and how many things may be, and what values of them are sound. */
@NullMarked
package dev.almanac.topology.decide.bounds;

import org.jspecify.annotations.NullMarked;
