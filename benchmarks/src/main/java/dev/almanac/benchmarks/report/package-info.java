/** Runs, and the median and spread of what they measured. */
@NullMarked
package dev.almanac.benchmarks.report;

import org.jspecify.annotations.NullMarked;
