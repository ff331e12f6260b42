/** When things recur: rules of RFC 5545 and RFC 7529, the dates that they give, and the moments of those. Pure: no clock. */
@NullMarked
package dev.almanac.topology.recurrence;

import org.jspecify.annotations.NullMarked;
