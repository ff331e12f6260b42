/** Every performance figure that the README states, and how it was come by. */
@NullMarked
package dev.almanac.benchmarks;

import org.jspecify.annotations.NullMarked;
