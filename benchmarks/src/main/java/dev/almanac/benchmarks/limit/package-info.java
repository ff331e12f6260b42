/** What the parts could do at most without Almanac between them. */
@NullMarked
package dev.almanac.benchmarks.limit;

import org.jspecify.annotations.NullMarked;
