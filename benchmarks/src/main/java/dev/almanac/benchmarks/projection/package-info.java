/** How fast events become rows, beside the fastest way into the same tables. */
@NullMarked
package dev.almanac.benchmarks.projection;

import org.jspecify.annotations.NullMarked;
