/** What Almanac needs and has not written: broker, schema registry and Postgres, as child processes. */
@NullMarked
package dev.almanac.local.backing;

import org.jspecify.annotations.NullMarked;
