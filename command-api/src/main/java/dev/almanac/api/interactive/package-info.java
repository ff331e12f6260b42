/** Reads of what the topology itself holds, ahead of every projection. */
@NullMarked
package dev.almanac.api.interactive;

import org.jspecify.annotations.NullMarked;
