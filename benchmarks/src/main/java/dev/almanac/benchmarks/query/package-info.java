/** How fast tasks are found. */
@NullMarked
package dev.almanac.benchmarks.query;

import org.jspecify.annotations.NullMarked;
