/** Other makers of timers, which do the same work on the same machine. */
@NullMarked
package dev.almanac.benchmarks.peer;

import org.jspecify.annotations.NullMarked;
