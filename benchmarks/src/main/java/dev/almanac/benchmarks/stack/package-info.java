/** The system under measurement, started as a user starts it. */
@NullMarked
package dev.almanac.benchmarks.stack;

import org.jspecify.annotations.NullMarked;
