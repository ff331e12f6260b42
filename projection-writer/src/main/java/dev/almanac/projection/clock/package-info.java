/** The one place that reads the time. */
@NullMarked
package dev.almanac.projection.clock;

import org.jspecify.annotations.NullMarked;
