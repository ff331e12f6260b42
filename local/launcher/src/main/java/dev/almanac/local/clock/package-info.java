/** Where the clock is made. */
@NullMarked
package dev.almanac.local.clock;

import org.jspecify.annotations.NullMarked;
