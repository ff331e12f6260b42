/** Writes planned changes to Postgres, each batch in one transaction with the offsets that it reaches. */
@NullMarked
package dev.almanac.projection.write;

import org.jspecify.annotations.NullMarked;
