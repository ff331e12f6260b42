/** Where the clock may be made. */
@NullMarked
package dev.almanac.architecture.samples.clock;

import org.jspecify.annotations.NullMarked;
