/** How long it takes to find out when a task comes next. */
@NullMarked
package dev.almanac.benchmarks.recurrence;

import org.jspecify.annotations.NullMarked;
