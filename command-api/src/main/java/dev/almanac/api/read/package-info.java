/** The read model in Postgres, as far as it is read: its tables, and how a statement is run. */
@NullMarked
package dev.almanac.api.read;

import org.jspecify.annotations.NullMarked;
