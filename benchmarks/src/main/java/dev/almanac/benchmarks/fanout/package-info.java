/** How fast a change comes to a thousand who look at it. */
@NullMarked
package dev.almanac.benchmarks.fanout;

import org.jspecify.annotations.NullMarked;
