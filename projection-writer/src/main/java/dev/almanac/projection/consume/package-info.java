/** Reads {@code task-events} from where the read model stands, and hands batches on. */
@NullMarked
package dev.almanac.projection.consume;

import org.jspecify.annotations.NullMarked;
