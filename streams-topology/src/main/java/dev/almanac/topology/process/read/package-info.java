/** How records come into a topology. */
@NullMarked
package dev.almanac.topology.process.read;

import org.jspecify.annotations.NullMarked;
