/** The timers, under load and at rest, in the topology alone. */
@NullMarked
package dev.almanac.benchmarks.timer;

import org.jspecify.annotations.NullMarked;
