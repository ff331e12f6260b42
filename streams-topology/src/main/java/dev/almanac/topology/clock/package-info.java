/** The only place that reads the time of day. */
@NullMarked
package dev.almanac.topology.clock;

import org.jspecify.annotations.NullMarked;
