/** The one place that reads the time. */
@NullMarked
package dev.almanac.api.clock;

import org.jspecify.annotations.NullMarked;
