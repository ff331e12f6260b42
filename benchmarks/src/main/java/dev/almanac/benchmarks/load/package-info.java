/** Requests, sent at their time or as fast as they are answered. */
@NullMarked
package dev.almanac.benchmarks.load;

import org.jspecify.annotations.NullMarked;
