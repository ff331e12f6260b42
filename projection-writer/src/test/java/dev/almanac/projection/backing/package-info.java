/** The real broker, registry and Postgres, as the tests of this module use them. */
@NullMarked
package dev.almanac.projection.backing;

import org.jspecify.annotations.NullMarked;
