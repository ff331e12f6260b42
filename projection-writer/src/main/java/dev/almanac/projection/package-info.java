/** The projection writer: {@code task-events} in, rows of the read model out. */
@NullMarked
package dev.almanac.projection;

import org.jspecify.annotations.NullMarked;
